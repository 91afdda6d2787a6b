package io.sharewell.broker.domain;

import io.sharewell.events.Problem;
import java.time.Instant;

/** Whether an account can be worked in. */
sealed interface Access {

    record Open(AccountSession session) implements Access {}

    /**
     * @param at when AWS said so
     * @param times how often in a row for the same reason, as far as is known
     */
    record Refused(Problem problem, Instant at, int times) implements Access {}
}
