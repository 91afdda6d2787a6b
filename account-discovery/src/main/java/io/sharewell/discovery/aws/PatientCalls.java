package io.sharewell.discovery.aws;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Calls Organizations at the rate that AWS bears of each operation, and bears its trouble for a while. */
final class PatientCalls {

    private static final Logger LOG = Logger.getLogger(PatientCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final RateLimiter<String> turns;
    private final Duration patience;
    private final Clock clock;

    /** @param turns by operation */
    PatientCalls(RateLimiter<String> turns, Duration patience, Clock clock) {
        this.turns = turns;
        this.patience = patience;
        this.clock = clock;
    }

    /** @throws NotReadableException if AWS says no, or patience is at its end */
    <T> T call(String operation, Supplier<T> call) {
        Instant end = clock.instant().plus(patience);
        Duration pause = FIRST_PAUSE;
        while (true) {
            awaitTurn(operation);
            try {
                return call.get();
            } catch (RuntimeException e) {
                AwsFailure.Trouble trouble = troubleOrThrow(operation, e);
                if (clock.instant().plus(pause).isAfter(end)) {
                    throw new NotReadableException(patienceEnds(operation, trouble));
                }
                LOG.infof("organizations:%s trouble=%s, trying again in %s", operation, trouble.code(), pause);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static AwsFailure.Trouble troubleOrThrow(String operation, RuntimeException e) {
        return switch (AwsFailures.classify(e, CallSite.of("organizations", operation))) {
            case AwsFailure.Trouble trouble -> trouble;
            case AwsFailure.SetUpWrong it -> throw new NotReadableException(it.problem());
            case AwsFailure.News it -> throw new NotReadableException(it.problem());
            case AwsFailure.SessionOver it ->
                throw new NotReadableException(Problem.of(Reason.CREDENTIALS_REJECTED, it.code()));
            case AwsFailure.Bug _ -> throw e;
        };
    }

    private static Problem patienceEnds(String operation, AwsFailure.Trouble trouble) {
        return Problem.of(Reason.AWS_UNREACHABLE, "organizations:" + operation + ": " + trouble.message());
    }

    private void awaitTurn(String operation) {
        while (!turns.tryAcquire(operation, LONGEST_TURN)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("stopping");
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", e);
        }
    }
}
