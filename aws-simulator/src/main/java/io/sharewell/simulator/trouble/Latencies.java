package io.sharewell.simulator.trouble;

import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.organization.Latency;
import io.sharewell.simulator.organization.OrganizationFileException;
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
     * @throws OrganizationFileException if a particular one is of no operation that there is
     */
    public Latencies(Latency usual, Map<String, Latency> particular, long seed) {
        this.usual = usual;
        this.particular = particular;
        this.seed = seed;
        particular.keySet().forEach(Latencies::check);
    }

    private static void check(String name) {
        var parts = name.split("\\.", 2);
        var service = ServiceModels.load().service(parts[0]);
        boolean known = service != null
                && parts.length == 2
                && (parts[1].equals("*") || service.operations().containsKey(parts[1]));
        if (!known) {
            throw new OrganizationFileException("latencies has " + name
                    + ", which is no operation: write it like wellarchitected.ListWorkloads or sts.*");
        }
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
