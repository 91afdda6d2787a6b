package io.sharewell.simulator.conformance;

import static io.sharewell.simulator.conformance.Cause.Source.DOCUMENTATION;

import io.sharewell.simulator.conformance.Catalogue.Operation;

/** Requests for more than an account can have. */
final class Quotas {

    private Quotas() {}

    static Cause of(Operation operation) {
        return switch (operation.model().name()) {
            case "CreateWorkload" ->
                new Cause(
                        "workload 1,001 in a Region",
                        DOCUMENTATION,
                        (scene, it) -> scene.call(it, it.input().apply(scene), scene.session(Scene.FULL)));
            case "CreateWorkloadShare" -> new Cause("share 21 of a workload", DOCUMENTATION, Quotas::shares);
            default -> DeclaredCauses.fault("ServiceQuotaExceededException");
        };
    }

    private static void shares(Scene scene, Operation operation) {
        var input = operation.input().apply(scene);
        for (int i = 0; i < 21; i++) {
            scene.call(operation, input.put("SharedWith", "%012d".formatted(800_000_000_000L + i)));
        }
    }
}
