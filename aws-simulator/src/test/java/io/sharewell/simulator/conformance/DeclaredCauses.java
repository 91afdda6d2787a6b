package io.sharewell.simulator.conformance;

import static io.sharewell.simulator.conformance.Cause.Source.DOCUMENTATION;
import static io.sharewell.simulator.conformance.Cause.Source.FAULT;
import static io.sharewell.simulator.conformance.Cause.Source.MODEL;
import static io.sharewell.simulator.conformance.Cause.Source.MODEL_CAUSE_INFERRED;
import static io.sharewell.simulator.conformance.Cause.Source.PUBLIC_REPORTS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.Sim;
import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.conformance.Cause.Provocation;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/** How to get each error that the models declare. */
final class DeclaredCauses {

    private DeclaredCauses() {}

    static Cause of(Operation operation, String error) {
        return switch (error) {
            case "AccessDeniedException" ->
                new Cause("a role that does not allow the action", DOCUMENTATION, DeclaredCauses::withoutPermission);
            case "AWSOrganizationsNotInUseException" ->
                new Cause(
                        "a caller outside of the organization",
                        MODEL,
                        (scene, it) -> scene.call(it, it.input().apply(scene), Sim.REVIEWER));
            case "InvalidInputException", "ValidationException" -> invalid(operation, error);
            case "AccountNotFoundException" -> with("AccountId", "999999999999", "an unknown account", MODEL);
            case "ParentNotFoundException" -> with("ParentId", "ou-abcd-87654321", "an unknown parent", MODEL);
            case "ChildNotFoundException" -> with("ChildId", "999999999999", "an unknown child", MODEL);
            case "TargetNotFoundException" -> with("ResourceId", "999999999999", "an unknown resource", MODEL);
            case "InvalidNextToken" -> with("NextToken", "made-up", "a token that was never given", MODEL);
            case "InvalidFilterKey" -> filter("{'Key': 'Name', 'Values': ['/aws']}", "a filter by Name", DOCUMENTATION);
            case "InvalidFilterOption" ->
                filter(
                        "{'Key': 'Label', 'Option': 'BeginsWith', 'Values': ['a']}",
                        "a Label that BeginsWith",
                        DOCUMENTATION);
            case "InvalidFilterValue" -> filter("{'Key': 'Type'}", "a filter without values", MODEL_CAUSE_INFERRED);
            case "TooManyRequestsException", "ThrottlingException" ->
                new Cause("more calls than the token bucket holds", DOCUMENTATION, Throttled::call);
            case "ResourceNotFoundException" -> notFound(operation);
            case "ConflictException" -> Conflicts.of(operation);
            case "ServiceQuotaExceededException" -> Quotas.of(operation);
            case "MalformedPolicyDocumentException" -> with("Policy", "{", "a session policy that is no JSON", MODEL);
            case "PackedPolicyTooLargeException" ->
                with("Policy", largePolicy(), "a session policy that is too large", DOCUMENTATION);
            case "RegionDisabledException" ->
                with(
                        "RoleArn",
                        Sim.roleArn(Scene.WITHOUT_STS),
                        "a role of an account in which STS is off in the Region",
                        PUBLIC_REPORTS);
            default -> fault(error);
        };
    }

    /** For errors whose causes are not simulated, which clients must live with all the same. */
    static Cause fault(String error) {
        return new Cause("fault `\"code\": \"" + error + "\"`", FAULT, (scene, operation) -> {
            var input = operation.input().apply(scene);
            scene.fault(operation, "{'code': '" + error + "', 'count': 1}");
            scene.call(operation, input);
        });
    }

    static void withoutPermission(Scene scene, Operation operation) {
        scene.call(operation, operation.input().apply(scene), scene.session(Scene.POWERLESS));
    }

    private static Cause invalid(Operation operation, String error) {
        return Probes.of(operation.model()).stream()
                .filter(it -> !it.within() && !it.what().endsWith("left out"))
                .findFirst()
                .map(it -> change(
                        it.what().replace(" against", " is against").replace(" too", " is too"),
                        MODEL,
                        it.change()::apply))
                .orElseGet(() -> fault(error));
    }

    private static Cause with(String member, String value, String words, Cause.Source source) {
        return changed(words, source, (_, input) -> input.put(member, value));
    }

    private static Cause filter(String filter, String words, Cause.Source source) {
        return changed(
                words, source, (_, input) -> input.putArray("ParameterFilters").add(Scene.json(filter)));
    }

    private static Cause change(String words, Cause.Source source, UnaryOperator<ObjectNode> change) {
        return changed(words, source, (_, input) -> change.apply(input));
    }

    static Cause changed(String words, Cause.Source source, BiConsumer<Scene, ObjectNode> change) {
        Provocation provocation = (scene, operation) -> {
            var input = operation.input().apply(scene);
            change.accept(scene, input);
            scene.call(operation, input);
        };
        return new Cause(words, source, provocation);
    }

    private static Cause notFound(Operation operation) {
        var members = operation.model().input().members();
        if (operation.model().name().equals("CreateWorkload")) {
            return fault("ResourceNotFoundException");
        }
        if (members.containsKey("WorkloadArn")) {
            var arn = "arn:aws:wellarchitected:eu-west-1:" + Scene.OWNER + ":workload/" + Scene.UNKNOWN_ID;
            return with("WorkloadArn", arn, "an unknown workload", MODEL);
        }
        return members.containsKey("ShareInvitationId")
                ? with("ShareInvitationId", Scene.UNKNOWN_ID, "an unknown invitation", MODEL)
                : with("WorkloadId", Scene.UNKNOWN_ID, "an unknown workload", MODEL);
    }

    private static String largePolicy() {
        return "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"" + "a".repeat(3000) + "\"}]}";
    }
}
