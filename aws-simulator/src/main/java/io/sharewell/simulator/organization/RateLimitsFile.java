package io.sharewell.simulator.organization;

import java.util.Map;

/**
 * Token buckets that differ from the published ones.
 *
 * @param enabled null: true
 * @param limits by {@code service.Operation} or {@code service.*}; null: as published
 */
public record RateLimitsFile(Boolean enabled, Map<String, Limit> limits) {

    public static final RateLimitsFile OFF = new RateLimitsFile(false, null);

    /** Both buckets must have a token; null: no such bucket. */
    public record Limit(Bucket account, Bucket organization) {}

    /** Tokens per second, and how many fit in. */
    public record Bucket(double rate, double burst) {}
}
