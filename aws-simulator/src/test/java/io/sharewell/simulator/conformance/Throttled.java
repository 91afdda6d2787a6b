package io.sharewell.simulator.conformance;

import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.organization.RateLimitsFile.Bucket;
import io.sharewell.simulator.organization.RateLimitsFile.Limit;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** More calls than a bucket holds, against a simulator of its own that has a bucket for this operation alone. */
final class Throttled {

    private static final int BURST = 5;

    private Throttled() {}

    static void call(Scene other, Operation operation) {
        var limit = new Limit(new Bucket(0.0001, BURST), null);
        var limits = new RateLimitsFile(true, Map.of(operation.toString(), limit));
        try (var scene = Scene.with(limits)) {
            var input = operation.input().apply(scene);
            var caller = scene.caller(operation);
            for (int i = 0; i <= BURST; i++) {
                try {
                    scene.call(operation, input, caller);
                } catch (AwsServiceException e) {
                    // A second deletion fails for a reason of its own.
                    if (e.isThrottlingException()) {
                        throw e;
                    }
                }
            }
        }
    }
}
