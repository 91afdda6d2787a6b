package io.sharewell.broker.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sharewell.broker.domain.Assumption.Assumed;
import io.sharewell.broker.domain.Assumption.Refused;
import io.sharewell.events.Grant;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SealedSession;
import io.sharewell.seal.Grants;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionSeal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The live session of each account, sealed, for each sweep, purpose and mode. Whoever needs one gets that one; STS is
 * asked when there is none, and once, however many need it. Safe for use by several threads.
 */
public final class AccountSessions {

    /** How long a session may be renewed by the records that came of it. */
    static final Duration GRANT_VALIDITY = Duration.ofDays(7);

    /** A thousand records of an account whose role is gone do not ask STS a thousand times. */
    static final Duration REFUSAL_KEPT = Duration.ofMinutes(1);

    private static final Duration LONGEST_SESSION = Duration.ofHours(1);
    private static final int MOST_SESSIONS = 20_000;
    private static final int MOST_REFUSALS = 100_000;

    /** How often in a row an account was refused for the same reason. */
    private record Refusals(Reason reason, int times) {

        Refusals and(Refusals next) {
            return next.reason == reason ? new Refusals(reason, times + next.times) : next;
        }
    }

    private final RoleAssumer roles;
    private final SessionSeal seal;
    private final Grants grants;
    private final Clock clock;
    private final Cache<SealContext, Access> known;
    private final Cache<SealContext, Refusals> refusals;
    private final SingleFlight<SealContext, Access> flights = new SingleFlight<>();

    public AccountSessions(RoleAssumer roles, SessionSeal seal, Grants grants, Clock clock) {
        this.roles = roles;
        this.seal = seal;
        this.grants = grants;
        this.clock = clock;
        this.known = forAnHour(MOST_SESSIONS);
        this.refusals = forAnHour(MOST_REFUSALS);
    }

    private <T> Cache<SealContext, T> forAnHour(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(LONGEST_SESSION)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * A session for an account that is to be opened. A refusal of before is not believed: the role may be new.
     *
     * @throws HeldUpException if AWS cannot be asked, or does not answer
     */
    Access opened(SessionRequest request) {
        return access(request, clock.instant(), _ -> true);
    }

    /**
     * A session for a record whose own is over.
     *
     * @param deadSessionId the session that is over, null if the record had none
     * @throws HeldUpException if AWS cannot be asked, or does not answer
     */
    Access renewed(SessionRequest request, String deadSessionId) {
        return access(request, clock.instant().minus(REFUSAL_KEPT), session -> !session.sessionId()
                .equals(deadSessionId));
    }

    private Access access(SessionRequest request, Instant refusedSince, Predicate<SealedSession> alive) {
        Predicate<Access> good = access -> switch (access) {
            case Access.Open it ->
                it.session().isGoodFor(clock.instant())
                        && alive.test(it.session().session());
            case Access.Refused it -> !it.at().isBefore(refusedSince);
        };
        Access access = kept(request, good);
        // What another's flight brings may be of no use here: the very session that is over
        for (int flight = 0; access == null && flight < 2; flight++) {
            Access brought = flights.join(request.context(), () -> keptOrAsked(request, good));
            access = good.test(brought) || flight > 0 ? brought : null;
        }
        return access;
    }

    private Access keptOrAsked(SessionRequest request, Predicate<Access> good) {
        // Somebody's flight may have landed between the look before and this one
        Access kept = kept(request, good);
        if (kept != null) {
            return kept;
        }
        Access asked = ask(request);
        known.put(request.context(), asked);
        return asked;
    }

    private Access kept(SessionRequest request, Predicate<Access> good) {
        Access kept = known.getIfPresent(request.context());
        return kept != null && good.test(kept) ? kept : null;
    }

    private Access ask(SessionRequest request) {
        return switch (roles.assume(request)) {
            case Assumed it -> checked(it, request.context());
            case Refused it -> refused(it.problem(), request.context());
        };
    }

    private Access refused(Problem problem, SealContext context) {
        int times = refusals.asMap()
                .merge(context, new Refusals(problem.reason(), 1), Refusals::and)
                .times();
        return new Access.Refused(problem, clock.instant(), times);
    }

    private Access checked(Assumed assumed, SealContext context) {
        if (!assumed.credentials().accountId().equals(context.accountId())) {
            String detail = "asked for account " + context.accountId() + ", got a session in account "
                    + assumed.credentials().accountId();
            return refused(Problem.of(Reason.WRONG_ACCOUNT, detail), context);
        }
        refusals.invalidate(context);
        Grant grant = grants.grant(context, clock.instant().plus(GRANT_VALIDITY));
        return new Access.Open(
                new AccountSession(seal.seal(assumed.credentials(), context, assumed.expiresAt()), grant));
    }
}
