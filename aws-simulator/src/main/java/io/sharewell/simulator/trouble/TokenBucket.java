package io.sharewell.simulator.trouble;

import io.sharewell.simulator.organization.RateLimitsFile.Bucket;

/** A bucket that fills at a rate and never overflows. */
final class TokenBucket {

    private final Bucket size;
    private double tokens;
    private long filledAt;

    TokenBucket(Bucket size, long nowMillis) {
        this.size = size;
        this.tokens = size.burst();
        this.filledAt = nowMillis;
    }

    boolean hasToken(long nowMillis) {
        fill(nowMillis);
        return tokens >= 1;
    }

    void take() {
        tokens--;
    }

    /** A full bucket is as good as a new one. */
    boolean isFull(long nowMillis) {
        fill(nowMillis);
        return tokens >= size.burst();
    }

    private void fill(long nowMillis) {
        double gained = (nowMillis - filledAt) * size.rate() / 1000;
        if (gained > 0) {
            tokens = Math.min(size.burst(), tokens + gained);
            filledAt = nowMillis;
        }
    }
}
