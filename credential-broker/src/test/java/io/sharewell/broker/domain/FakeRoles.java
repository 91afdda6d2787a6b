package io.sharewell.broker.domain;

import io.sharewell.broker.domain.Assumption.Assumed;
import io.sharewell.broker.domain.Assumption.Refused;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.threeten.extra.MutableClock;

/** STS in memory: gives a new session each time, unless told otherwise. */
public final class FakeRoles implements RoleAssumer {

    private final MutableClock clock;
    private final List<SessionRequest> asked = new ArrayList<>();
    private Function<SessionRequest, Assumption> answer;

    FakeRoles(MutableClock clock) {
        this.clock = clock;
        open();
    }

    public void open() {
        answer = request -> session(request.context().accountId());
    }

    public void openInsteadAccount(String accountId) {
        answer = _ -> session(AccountId.of(accountId));
    }

    public void refuse(Reason reason) {
        answer = _ -> new Refused(Problem.of(reason, "AWS said so"));
    }

    public void failWith(RuntimeException failure) {
        answer = _ -> {
            throw failure;
        };
    }

    /** Before it answers. */
    void first(Runnable task) {
        Function<SessionRequest, Assumption> then = answer;
        answer = request -> {
            task.run();
            return then.apply(request);
        };
    }

    @Override
    public Assumption assume(SessionRequest request) {
        synchronized (asked) {
            asked.add(request);
        }
        return answer.apply(request);
    }

    public List<SessionRequest> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private Assumption session(AccountId account) {
        return new Assumed(
                new SessionCredentials(account, "ASIAFAKE" + asked().size(), new Secret("secret"), new Secret("token")),
                clock.instant().plus(Duration.ofHours(1)));
    }
}
