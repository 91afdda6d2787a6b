package io.sharewell.aws;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A token bucket per key, in this process. Waiting blocks the thread, which is cheap for a virtual one. Safe for use by
 * several threads.
 *
 * @param <K> what has a rate of its own, such as an account with a Region
 */
public final class RateLimiter<K> {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final LoadingCache<K, Turns> turns;
    private final int burst;
    private final Duration perToken;
    private final TimeMeter time;
    private final BlockingStrategy waiting;

    /**
     * The tokens of one key.
     *
     * @param lastPromised when the last of those who went away was told to come back, in the time's nanoseconds
     */
    private record Turns(Bucket bucket, AtomicLong lastPromised) {}

    /**
     * @param ratePerSecond how many tokens come back each second, more than 0
     * @param burst how many tokens a bucket holds, 1 or more
     */
    public RateLimiter(double ratePerSecond, int burst) {
        this(ratePerSecond, burst, TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    RateLimiter(double ratePerSecond, int burst, TimeMeter time, BlockingStrategy waiting) {
        if (!(ratePerSecond > 0) || burst < 1) {
            throw new IllegalArgumentException(
                    "A rate must be more than 0 and a burst 1 or more, not " + ratePerSecond + " and " + burst);
        }
        this.burst = burst;
        this.perToken = Duration.ofNanos(Math.max(1, Math.round(NANOS_PER_SECOND / ratePerSecond)));
        this.time = time;
        this.waiting = waiting;
        this.turns = Caffeine.newBuilder()
                .ticker(time::currentTimeNanos)
                .expireAfter(Expiry.<K, Turns>accessing((_, ofKey) -> untilForgotten(ofKey)))
                .build(_ -> new Turns(bucket(), new AtomicLong(time.currentTimeNanos())));
    }

    /**
     * How long a bucket must be kept: until it is full again, those who wait for its tokens have them, and those who went
     * away have come back. Who has it in hand now may yet take a burst.
     */
    private Duration untilForgotten(Turns ofKey) {
        long untilFull = ofKey.bucket().estimateAbilityToConsume(burst).getNanosToWaitForRefill();
        long untilAllAreBack = ofKey.lastPromised().get() - time.currentTimeNanos();
        return Duration.ofNanos(Math.max(untilFull, untilAllAreBack)).plus(perToken.multipliedBy(burst));
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, perToken))
                .build();
    }

    /** A limiter for something that has one rate only. */
    public static Single single(double ratePerSecond, int burst) {
        return new Single(new RateLimiter<>(ratePerSecond, burst));
    }

    /**
     * Takes a token, waiting for it if need be.
     *
     * @param maxWait how long to wait at most, up to five minutes; zero does not wait
     * @return whether there was a token in time; if it is clear at once that there will be none, at once. Also false if
     *     the thread was interrupted, which it then still is
     */
    public boolean tryAcquire(K key, Duration maxWait) {
        Bucket bucket = turns.get(key).bucket();
        if (!maxWait.isPositive()) {
            return bucket.tryConsume(1);
        }
        Duration wait = maxWait.compareTo(LONGEST_WAIT) < 0 ? maxWait : LONGEST_WAIT;
        try {
            return bucket.asBlocking().tryConsume(1, wait, waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * When to ask again, for one who found no token and does not want to stand and wait: those who ask are told to come
     * back one after the other, as the tokens do. No token is kept for them.
     *
     * @param atMost the longest answer; who would have to wait longer asks again then
     */
    public Duration untilTurn(K key, Duration atMost) {
        Turns ofKey = turns.get(key);
        long now = time.currentTimeNanos();
        long nextToken = now + ofKey.bucket().estimateAbilityToConsume(1).getNanosToWaitForRefill();
        long latest = now + atMost.toNanos();
        long promised = ofKey.lastPromised()
                .updateAndGet(last -> Math.min(Math.max(nextToken, last + perToken.toNanos()), latest));
        return Duration.ofNanos(promised - now);
    }

    long keys() {
        turns.cleanUp();
        return turns.estimatedSize();
    }

    /** A single bucket. */
    public static final class Single {

        private final RateLimiter<Single> limiter;

        private Single(RateLimiter<Single> limiter) {
            this.limiter = limiter;
        }

        /** As {@link RateLimiter#tryAcquire}. */
        public boolean tryAcquire(Duration maxWait) {
            return limiter.tryAcquire(this, maxWait);
        }

        /** As {@link RateLimiter#untilTurn}. */
        public Duration untilTurn(Duration atMost) {
            return limiter.untilTurn(this, atMost);
        }
    }
}
