package io.sharewell.simulator.conformance;

import static io.sharewell.simulator.conformance.Cause.Source.DOCUMENTATION;
import static io.sharewell.simulator.conformance.Cause.Source.FAULT_OF_COMMON;
import static io.sharewell.simulator.conformance.Cause.Source.INFERRED;
import static io.sharewell.simulator.conformance.Cause.Source.PUBLIC_REPORTS;

import io.sharewell.simulator.Sim;
import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.model.Location;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.model.ServiceModels;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** How to get the errors that AWS's services give without declaring them. */
final class CommonCauses {

    private static final AwsBasicCredentials UNKNOWN_KEY = AwsBasicCredentials.create("AKIAUNKNOWNEXAMPLE00", "secret");
    private static final AwsBasicCredentials WRONG_SECRET =
            AwsBasicCredentials.create(Sim.AUTOMATION.accessKeyId(), "not-the-secret");

    private CommonCauses() {}

    static List<Cause> of(Operation operation) {
        var causes = new ArrayList<Cause>();
        causes.add(new Cause("no signature", INFERRED, CommonCauses::unsigned));
        causes.add(new Cause(
                "a key that nobody has",
                PUBLIC_REPORTS,
                (scene, it) -> scene.call(it, it.input().apply(scene), UNKNOWN_KEY)));
        causes.add(new Cause(
                "a wrong secret",
                PUBLIC_REPORTS,
                (scene, it) -> scene.call(it, it.input().apply(scene), WRONG_SECRET)));
        causes.add(new Cause("a session that has expired", INFERRED, CommonCauses::expired));
        undeclared(operation, causes);
        var protocol = ServiceModels.load().service(operation.model().service()).protocol();
        causes.add(new Cause(
                "an operation that does not exist",
                protocol == Protocol.JSON ? PUBLIC_REPORTS : INFERRED,
                (scene, it) -> tampered(scene, it, Tampering.unknownOperation(protocol))));
        if (hasJsonBody(operation, protocol)) {
            causes.add(new Cause(
                    "a body that is no JSON object",
                    INFERRED,
                    (scene, it) -> tampered(scene, it, Tampering.body("["))));
        }
        causes.add(fault("InternalFailure", 500));
        causes.add(fault("ServiceUnavailable", 503));
        return causes;
    }

    /** What other services declare and this operation does not, though it happens there too. */
    private static void undeclared(Operation operation, List<Cause> causes) {
        var errors = operation.model().errors();
        if (!errors.contains("AccessDeniedException")
                && !operation.model().name().equals("GetCallerIdentity")) {
            causes.add(new Cause(
                    "a role that does not allow the action", DOCUMENTATION, DeclaredCauses::withoutPermission));
        }
        if (errors.stream()
                .noneMatch(it -> it.equals("ThrottlingException") || it.equals("TooManyRequestsException"))) {
            causes.add(new Cause("more calls than the token bucket holds", PUBLIC_REPORTS, Throttled::call));
        }
        if (errors.stream().noneMatch(it -> it.equals("ValidationException") || it.equals("InvalidInputException"))) {
            Probes.of(operation.model()).stream()
                    .filter(it -> !it.within() && !it.what().endsWith("left out"))
                    .findFirst()
                    .ifPresent(probe -> causes.add(DeclaredCauses.changed(
                            "a value against the model", PUBLIC_REPORTS, (_, input) -> probe.change()
                                    .apply(input))));
        }
    }

    private static void unsigned(Scene scene, Operation operation) {
        scene.call(operation, operation.input().apply(scene), AnonymousCredentialsProvider.create(), List.of());
    }

    private static void expired(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        var session = scene.session(Scene.OWNER);
        scene.sim().advance("PT2H");
        scene.call(operation, input, session);
    }

    private static void tampered(Scene scene, Operation operation, ExecutionInterceptor interceptor) {
        var credentials = StaticCredentialsProvider.create(scene.caller(operation));
        scene.call(operation, operation.input().apply(scene), credentials, List.of(interceptor));
    }

    private static boolean hasJsonBody(Operation operation, Protocol protocol) {
        return switch (protocol) {
            case JSON -> true;
            case QUERY -> false;
            case REST_JSON ->
                operation.model().input().members().values().stream().anyMatch(it -> it.location() == Location.BODY);
        };
    }

    private static Cause fault(String code, int status) {
        var words = "fault `\"code\": \"" + code + "\", \"status\": " + status + "`";
        return new Cause(words, FAULT_OF_COMMON, (scene, operation) -> {
            var input = operation.input().apply(scene);
            scene.fault(operation, "{'code': '" + code + "', 'status': " + status + ", 'count': 1}");
            scene.call(operation, input);
        });
    }
}
