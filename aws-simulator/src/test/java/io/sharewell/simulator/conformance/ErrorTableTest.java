package io.sharewell.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.model.ServiceModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Gets every error of every operation through AWS's SDK for Java, and holds the README's table against what came. */
class ErrorTableTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- errors: begin -->\n";
    private static final String END = "<!-- errors: end -->";

    /** One whose model has no member for a text, and one that AWS was seen to give without any. */
    private static final Set<String> WITHOUT_TEXT = Set.of("InvalidFilterKey", "UnknownOperationException");

    /** Statuses of errors whose model does not name one: the protocol's own. */
    private static final int CLIENTS_FAULT = 400;

    @Test
    void everyErrorArrivesAsTheClientsOwnException() throws IOException {
        var table = new ErrorTable();
        try (var scene = Scene.set()) {
            for (var operation : Catalogue.operations()) {
                for (var error : operation.model().errors()) {
                    var cause = DeclaredCauses.of(operation, error);
                    var thrown = provoke(scene, operation, cause);
                    checkDeclared(operation, error, thrown);
                    table.addDeclared(new ErrorTable.Row(operation, thrown, cause));
                }
                for (var cause : CommonCauses.of(operation)) {
                    table.addCommon(new ErrorTable.Row(operation, provoke(scene, operation, cause), cause));
                }
            }
        }
        compare(table.markdown());
    }

    private static AwsServiceException provoke(Scene scene, Operation operation, Cause cause) {
        try {
            cause.provocation().call(scene, operation);
        } catch (AwsServiceException e) {
            checkAny(operation, cause, e);
            return e;
        }
        throw new AssertionError(operation + " took " + cause.words());
    }

    private static void checkAny(Operation operation, Cause cause, AwsServiceException thrown) {
        assertThat(thrown.getClass().getPackageName())
                .as(operation + ", " + cause.words() + ": " + thrown)
                .isEqualTo(
                        "software.amazon.awssdk.services." + operation.model().service() + ".model");
        assertThat(thrown.awsErrorDetails().errorCode())
                .as(operation + ", " + cause.words() + ": " + thrown)
                .isNotEmpty();
        if (!WITHOUT_TEXT.contains(thrown.awsErrorDetails().errorCode())) {
            assertThat(thrown.awsErrorDetails().errorMessage())
                    .as(operation + ", " + cause.words())
                    .isNotEmpty();
        }
        assertThat(thrown.requestId())
                .as(operation + ", " + cause.words() + ": " + thrown)
                .matches("[-0-9a-f]{36}");
    }

    private static void checkDeclared(Operation operation, String error, AwsServiceException thrown) {
        var model = ServiceModels.load()
                .service(operation.model().service())
                .errors()
                .get(error);
        assertThat(thrown.awsErrorDetails().errorCode())
                .as(operation + ": " + thrown.getMessage())
                .isEqualTo(model.code());
        assertThat(thrown.statusCode()).isEqualTo(model.status());
        assertThat(thrown.statusCode()).isGreaterThanOrEqualTo(CLIENTS_FAULT);
        assertThat(plain(thrown.getClass().getSimpleName())).isEqualTo(plain(error));
    }

    /** SDKs spell a shape's name a little differently. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("exception$", "");
    }

    private static void compare(String table) throws IOException {
        var readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(end).as("the README has the two markers of the table").isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, readme.substring(0, begin) + table + readme.substring(end));
            return;
        }
        assertThat(readme.substring(begin, end))
                .as("the README's table of errors is out of date; to write it anew:"
                        + " mvn -pl aws-simulator test -Dtest=ErrorTableTest -Dreadme.update=true")
                .isEqualTo(table);
    }
}
