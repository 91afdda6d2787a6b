package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long something takes: always the same, or spread as answers of services are, many near a median and
 * some far behind it (log-normal).
 *
 * <p>Written {@code 50ms}, or {@code 50ms..400ms} for a median of 50 ms and one in a hundred at 400 ms or
 * more, or <code>{median: 50ms, p99: 400ms}</code>.
 *
 * @param median one half takes no longer
 * @param p99 99 in 100 take no longer; null: always the median
 */
public record Latency(Duration median, Duration p99) {

    public static final Latency NONE = fixed(Duration.ZERO);

    private static final String CURE = ": write it like 50ms, or like 50ms..400ms for a median and a 99th percentile";

    /** Of the standard normal distribution. */
    private static final double NINETY_NINTH_PERCENTILE = 2.3263478740408408;

    /** Throws IllegalArgumentException for a negative time, or a tail before its median. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Latency {
        if (median == null || median.isNegative()) {
            throw new IllegalArgumentException("A latency needs a median, not below zero" + CURE);
        }
        p99 = p99 == null ? median : p99;
        if (p99.compareTo(median) < 0) {
            throw new IllegalArgumentException(
                    "The 99th percentile " + text(p99) + " of a latency lies before its median " + text(median) + CURE);
        }
        if (median.isZero() && !p99.isZero()) {
            throw new IllegalArgumentException("A latency whose median is zero has no tail" + CURE);
        }
    }

    public static Latency fixed(Duration value) {
        return new Latency(value, value);
    }

    /**
     * Reads {@code 50ms} or {@code 50ms..400ms}.
     *
     * @throws IllegalArgumentException if the text is neither; the message shows the right form
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Latency parse(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? fixed(TimeTexts.duration(text))
                : new Latency(
                        TimeTexts.duration(text.substring(0, dots)), TimeTexts.duration(text.substring(dots + 2)));
    }

    private boolean isFixed() {
        return p99.equals(median);
    }

    /** The next delay, in milliseconds; takes nothing from the generator if it is always the same. */
    public long nextMillis(RandomGenerator random) {
        if (isFixed()) {
            return median.toMillis();
        }
        double spread = Math.log((double) p99.toNanos() / median.toNanos()) / NINETY_NINTH_PERCENTILE;
        return Math.round(median.toNanos() / 1e6 * Math.exp(spread * random.nextGaussian()));
    }

    /** As {@link #parse} reads it. */
    @JsonValue
    @Override
    public String toString() {
        return isFixed() ? text(median) : text(median) + ".." + text(p99);
    }

    private static String text(Duration duration) {
        return duration.toNanosPart() % 1_000_000 == 0 ? duration.toMillis() + "ms" : duration.toString();
    }
}
