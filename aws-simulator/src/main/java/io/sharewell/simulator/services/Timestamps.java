package io.sharewell.simulator.services;

import java.math.BigDecimal;
import java.time.Instant;

/** Times as AWS's JSON has them: seconds since 1970, with a fraction. */
final class Timestamps {

    private Timestamps() {}

    static BigDecimal of(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }
}
