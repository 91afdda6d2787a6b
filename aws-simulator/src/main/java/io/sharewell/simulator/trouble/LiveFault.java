package io.sharewell.simulator.trouble;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** A fault that was set, with its chance and its time. */
final class LiveFault {

    private final FaultRule rule;
    private final Instant from;
    private final Instant until;
    private final SplittableRandom chance;
    private final SplittableRandom delays;
    private int struck;

    LiveFault(FaultRule rule, Instant now) {
        this.rule = rule;
        this.from = now.plus(rule.after() == null ? Duration.ZERO : rule.after());
        this.until = rule.lasting() == null ? null : from.plus(rule.lasting());
        this.chance = new SplittableRandom(rule.seed() == null ? 1 : rule.seed());
        // Of their own, so that a delay leaves the calls that are struck as they are.
        this.delays = new SplittableRandom(~(rule.seed() == null ? 1 : rule.seed()));
    }

    /** Counts the call as struck if it is. */
    boolean strikes(FaultRule.Target target, Instant now) {
        if (!rule.fits(target) || rule.count() != null && struck >= rule.count()) {
            return false;
        }
        if (now.isBefore(from) || until != null && !now.isBefore(until)) {
            return false;
        }
        if (rule.probability() != null && chance.nextDouble() >= rule.probability()) {
            return false;
        }
        struck++;
        return true;
    }

    Faults.Strike strike() {
        return new Faults.Strike(rule, rule.delay() == null ? 0 : rule.delay().nextMillis(delays));
    }

    Faults.Armed armed() {
        return new Faults.Armed(rule, struck, from, until);
    }
}
