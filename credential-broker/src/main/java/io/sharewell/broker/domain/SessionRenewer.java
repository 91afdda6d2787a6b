package io.sharewell.broker.domain;

import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.TerminalOutcome;
import io.sharewell.events.Topic;
import io.sharewell.seal.Grants;
import io.sharewell.seal.SealContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives a record another session, if its grant says that it may have one. Whoever can write to the topic of renewals can
 * ask; the grant keeps them from getting more than the broker once gave, or for longer.
 */
public final class SessionRenewer {

    private final AccountSessions sessions;
    private final Grants grants;
    private final RegionDirectory directory;
    private final RenewalCount count;
    private final Clock clock;

    /** @param sessionDuration how long a session lasts */
    public SessionRenewer(
            AccountSessions sessions, Grants grants, RegionDirectory directory, Duration sessionDuration, Clock clock) {
        this.sessions = sessions;
        this.grants = grants;
        this.directory = directory;
        this.count = new RenewalCount(sessionDuration);
        this.clock = clock;
    }

    /** @throws HeldUpException if AWS cannot be asked, or does not answer */
    public Renewal renew(SessionExpired expired) {
        SessionRecord record = expired.record();
        Instant now = clock.instant();
        Optional<Problem> objection = objection(expired, now);
        if (objection.isPresent()) {
            return new Renewal.NotHonoured(objection.get());
        }
        return count.oneMore(record.envelope(), now)
                .map(envelope -> renew(expired, envelope))
                .orElseGet(() -> ended(
                        record,
                        Problem.of(
                                Reason.RENEWALS_EXHAUSTED,
                                "renewed " + record.envelope().renewals() + " times since "
                                        + record.envelope().renewalsSince())));
    }

    private Renewal renew(SessionExpired expired, Envelope envelope) {
        SessionRecord record = expired.record();
        return switch (sessions.renewed(requestOf(record), expired.deadSessionId())) {
            // The grant stays as it is: a renewal must not outlive what was once given
            case Access.Open it ->
                new Renewal.Renewed(record.with(envelope, it.session().session(), record.grant()));
            case Access.Refused it -> refused(expired, it);
        };
    }

    private Optional<Problem> objection(SessionExpired expired, Instant now) {
        SessionRecord record = expired.record();
        String home = Topic.of(record).topicName();
        if (!expired.topic().equals(home)) {
            return Optional.of(Problem.of(
                    Reason.MALFORMED_RECORD, "asks to come back to " + expired.topic() + ", but belongs on " + home));
        }
        if (record.grant() == null) {
            return Optional.of(Problem.of(Reason.GRANT_REFUSED, "it has no grant"));
        }
        return grants.isValid(record.grant(), contextOf(record), now)
                ? Optional.empty()
                : Optional.of(Problem.of(
                        Reason.GRANT_REFUSED,
                        "its grant, said to end " + record.grant().validUntil() + ", does not hold"));
    }

    private static Renewal refused(SessionExpired expired, Access.Refused refused) {
        Problem problem = refused.problem();
        return Patience.WITH_A_RENEWAL.allowsAnotherTry(
                        refused, expired.envelope().attempt())
                ? new Renewal.TryLater(problem.reason() + ", " + problem.detail())
                : ended(expired.record(), problem);
    }

    private static Renewal ended(SessionRecord record, Problem problem) {
        return new Renewal.Ended(TerminalOutcome.of(record, problem), problem);
    }

    private SessionRequest requestOf(SessionRecord record) {
        return new SessionRequest(contextOf(record), directory.partitionOf(record.region()));
    }

    private static SealContext contextOf(SessionRecord record) {
        return SealContext.of(record.envelope(), record.accountId());
    }
}
