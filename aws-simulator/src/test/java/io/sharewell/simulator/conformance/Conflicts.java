package io.sharewell.simulator.conformance;

import static io.sharewell.simulator.conformance.Cause.Source.MODEL_CAUSE_INFERRED;

import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.conformance.Cause.Provocation;

/** Requests that contradict what is there. AWS does not say which do; these are the simulator's. */
final class Conflicts {

    private Conflicts() {}

    static Cause of(Operation operation) {
        return switch (operation.model().name()) {
            case "CreateWorkload" -> cause("a name that another workload has", Conflicts::sameName);
            case "CreateWorkloadShare" -> cause("a share with the same principal", Conflicts::sameShare);
            case "UpdateWorkloadShare" -> cause("a share that was rejected", Conflicts::rejected);
            case "UpdateShareInvitation" -> cause("an invitation that was answered", Conflicts::answered);
            case "DeleteWorkload", "DeleteWorkloadShare" ->
                cause("a client request token that was used for another", Conflicts::sameToken);
            default -> DeclaredCauses.fault("ConflictException");
        };
    }

    private static Cause cause(String words, Provocation provocation) {
        return new Cause(words, MODEL_CAUSE_INFERRED, provocation);
    }

    private static void sameName(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        scene.call(operation, input);
        scene.call(operation, input.put("ClientRequestToken", "another"));
    }

    private static void sameShare(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        scene.call(operation, input);
        scene.call(operation, input);
    }

    private static void rejected(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        scene.sim().admin("POST", "/admin/invitations/" + input.path("ShareId").asText(), "{\"action\": \"REJECT\"}");
        scene.call(operation, input);
    }

    private static void answered(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        scene.call(operation, input);
        scene.call(operation, input);
    }

    private static void sameToken(Scene scene, Operation operation) {
        scene.call(operation, operation.input().apply(scene).put("ClientRequestToken", "same"));
        scene.call(operation, operation.input().apply(scene).put("ClientRequestToken", "same"));
    }
}
