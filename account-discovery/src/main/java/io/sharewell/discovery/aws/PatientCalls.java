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
import software.amazon.awssdk.services.organizations.model.ParentNotFoundException;
import software.amazon.awssdk.services.organizations.model.TargetNotFoundException;

/** Calls Organizations at the rate that AWS bears of each operation, and bears its trouble for a while. */
final class PatientCalls {

    private static final Logger LOG = Logger.getLogger(PatientCalls.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

    private final RateLimiter<String> turns;
    private final Duration patience;
    private final Duration patienceWithCredentials;
    private final Clock clock;

    /**
     * @param turns by operation
     * @param patienceWithCredentials how long credentials may be missing
     */
    PatientCalls(RateLimiter<String> turns, Duration patience, Duration patienceWithCredentials, Clock clock) {
        this.turns = turns;
        this.patience = patience;
        this.patienceWithCredentials = patienceWithCredentials;
        this.clock = clock;
    }

    /**
     * @throws ParentNotFoundException as AWS says it: the OU is not there, or no longer
     * @throws TargetNotFoundException as AWS says it: the account is not there, or no longer
     * @throws NotReadableException if AWS says no otherwise, or patience is at its end
     */
    <T> T call(String operation, Supplier<T> call) {
        Instant begin = clock.instant();
        Duration pause = FIRST_PAUSE;
        while (true) {
            awaitTurn(operation);
            try {
                return call.get();
            } catch (ParentNotFoundException | TargetNotFoundException gone) {
                throw gone;
            } catch (RuntimeException e) {
                Setback setback = setbackOrThrow(operation, e);
                if (clock.instant().plus(pause).isAfter(begin.plus(setback.patience()))) {
                    throw new NotReadableException(setback.problem());
                }
                LOG.infof("organizations:%s trouble=%s, trying again in %s", operation, setback.code(), pause);
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** @param problem what it is if it outlasts the patience */
    private record Setback(String code, Duration patience, Problem problem) {}

    private Setback setbackOrThrow(String operation, RuntimeException e) {
        return switch (AwsFailures.classify(e, CallSite.of("organizations", operation))) {
            case AwsFailure.Trouble trouble -> new Setback(trouble.code(), patience, patienceEnds(operation, trouble));
            case AwsFailure.SetUpWrong it
            when it.problem().reason() == Reason.CREDENTIALS_MISSING ->
                new Setback(Reason.CREDENTIALS_MISSING.name(), patienceWithCredentials, it.problem());
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
