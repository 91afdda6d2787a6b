package io.sharewell.simulator.conformance;

import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.ServiceModels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** The README's table of errors, in the words of what a client got. */
final class ErrorTable {

    /** An error as a client got it. */
    record Row(Operation operation, AwsServiceException error, Cause cause) {

        private String answer() {
            return "`" + error.awsErrorDetails().errorCode() + "` | " + error.statusCode() + " | `"
                    + error.getClass().getSimpleName() + "`";
        }

        private String rest() {
            return answer() + " | " + cause.words() + " | " + cause.source();
        }
    }

    private final List<Row> declared = new ArrayList<>();
    private final List<Row> common = new ArrayList<>();

    void addDeclared(Row row) {
        declared.add(row);
    }

    void addCommon(Row row) {
        common.add(row);
    }

    String markdown() {
        var text = new StringBuilder();
        for (var service : ServiceModels.load().all()) {
            text.append(service(service));
        }
        return text.toString();
    }

    private String service(ServiceModel service) {
        var mine = declared.stream().filter(it -> isOf(it, service)).toList();
        return """
                <details><summary><b>%s</b>, protocol %s: %s, %d declared errors</summary>

                | operation | error on the wire | HTTP | SDK for Java | got by | source |
                |---|---|---|---|---|---|
                %s
                Errors that the model does not declare:

                | operations | error on the wire | HTTP | SDK for Java | got by | source |
                |---|---|---|---|---|---|
                %s
                </details>

                """.formatted(
                        service.name(),
                        protocol(service.protocol()),
                        service.operations().size() == 1
                                ? "1 operation"
                                : service.operations().size() + " operations",
                        mine.size(),
                        rows(mine),
                        commonRows(service));
    }

    private static String rows(List<Row> rows) {
        var text = new StringBuilder();
        rows.forEach(it -> text.append("| ")
                .append(it.operation().model().name())
                .append(" | ")
                .append(it.rest())
                .append(" |\n"));
        return text.toString();
    }

    private String commonRows(ServiceModel service) {
        var operations = new LinkedHashMap<String, List<String>>();
        common.stream().filter(it -> isOf(it, service)).forEach(row -> operations
                .computeIfAbsent(row.rest(), _ -> new ArrayList<>())
                .add(row.operation().model().name()));
        var text = new StringBuilder();
        operations.forEach((rest, names) -> text.append("| ")
                .append(names(names, service))
                .append(" | ")
                .append(rest)
                .append(" |\n"));
        return text.toString();
    }

    private static String names(List<String> names, ServiceModel service) {
        return names.size() == service.operations().size() && names.size() > 2
                ? "all " + names.size()
                : String.join(", ", names);
    }

    private static boolean isOf(Row row, ServiceModel service) {
        return row.operation().model().service().equals(service.name());
    }

    private static String protocol(Protocol protocol) {
        return switch (protocol) {
            case JSON -> "json 1.1";
            case REST_JSON -> "rest-json";
            case QUERY -> "query";
        };
    }
}
