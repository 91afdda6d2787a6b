package io.sharewell.simulator.trouble;

import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.organization.Latency;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How long each call takes. An operation's calls have a stream of delays of their own, so that its n-th
 * call takes as long whatever else is called in between.
 */
public final class Latencies {

    private record Stream(Latency latency, SplittableRandom random) {}

    private final Latency usual;
    private final Map<String, Latency> particular;
    private final long seed;
    private final Map<String, Stream> streams = new HashMap<>();

    /**
     * Delays for the same seed are the same.
     *
     * @param usual of operations that are not among the particular ones
     * @param particular by {@code service.Operation} or {@code service.*}
     * @throws io.sharewell.simulator.organization.OrganizationFileException if a particular one is of no operation that there is
     */
    public Latencies(Latency usual, Map<String, Latency> particular, long seed) {
        this.usual = usual;
        this.particular = particular;
        this.seed = seed;
        particular.keySet().forEach(it -> OperationNames.check("latencies", it));
    }

    /**
     * The delay of an operation's next call, in milliseconds.
     *
     * @param operation qualified, such as {@code sts.AssumeRole}; null for a request that names none
     */
    public long nextMillis(String operation) {
        var stream = streams.computeIfAbsent(operation == null ? "" : operation, this::stream);
        return stream.latency().nextMillis(stream.random());
    }

    private Stream stream(String operation) {
        var ofService = operation.substring(0, Math.max(0, operation.indexOf('.'))) + ".*";
        var latency = particular.getOrDefault(operation, particular.getOrDefault(ofService, usual));
        return new Stream(latency, new SplittableRandom(Ids.hash(seed, "latency of " + operation)));
    }
}
