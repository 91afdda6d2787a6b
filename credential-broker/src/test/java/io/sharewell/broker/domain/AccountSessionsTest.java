package io.sharewell.broker.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.SealContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AccountSessionsTest {

    @TempDir
    Path folder;

    private Broker broker;

    @BeforeEach
    void broker() {
        broker = new Broker(folder);
    }

    @Test
    void sealsTheSessionForItsSweepAccountPurposeAndMode() throws BrokenSealException {
        AccountSession session = broker.live();

        assertThat(broker.seal.open(session.session(), Broker.CONTEXT).accessKeyId())
                .isEqualTo("ASIAFAKE1");
        SealContext plan = new SealContext("sweep-1", Broker.ACCOUNT, Purpose.SHARE, Mode.PLAN);
        assertThatThrownBy(() -> broker.seal.open(session.session(), plan)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void givesALeaveForSevenDays() {
        AccountSession session = broker.live();

        assertThat(session.grant().validUntil())
                .isEqualTo(broker.clock.instant().plus(Duration.ofDays(7)));
        assertThat(broker.grants.isValid(session.grant(), Broker.CONTEXT, broker.clock.instant()))
                .isTrue();
    }

    @Test
    void handsTheLiveSessionOutAgain() {
        AccountSession first = broker.live();
        broker.clock.add(Duration.ofMinutes(50));

        assertThat(broker.live()).isEqualTo(first);
        assertThat(broker.roles.asked()).hasSize(1);
    }

    @Test
    void opensAnotherWhenLessThanTenMinutesAreLeft() {
        AccountSession first = broker.live();
        broker.clock.add(Duration.ofMinutes(50).plusSeconds(1));

        assertThat(broker.live()).isNotEqualTo(first);
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void keepsSweepsPurposesAndModesApart() {
        List<SealContext> contexts = List.of(
                Broker.CONTEXT,
                new SealContext("sweep-2", Broker.ACCOUNT, Purpose.SHARE, Mode.APPLY),
                new SealContext("sweep-1", AccountId.of("777788889999"), Purpose.SHARE, Mode.APPLY),
                new SealContext("sweep-1", Broker.ACCOUNT, Purpose.UNSHARE, Mode.APPLY),
                new SealContext("sweep-1", Broker.ACCOUNT, Purpose.SHARE, Mode.PLAN));

        contexts.forEach(context -> broker.sessions.opened(new SessionRequest(context, "aws")));

        assertThat(broker.roles.asked()).extracting(SessionRequest::context).containsExactlyElementsOf(contexts);
    }

    @Test
    void countsTheRefusalsOfEachAccountOfALargeOrganization() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);
        List<SessionRequest> requests = IntStream.range(0, 30_000)
                .mapToObj("%012d"::formatted)
                .map(id -> new SealContext("sweep-1", AccountId.of(id), Purpose.SHARE, Mode.APPLY))
                .map(context -> new SessionRequest(context, "aws"))
                .toList();
        requests.forEach(broker.sessions::opened);
        broker.clock.add(Duration.ofSeconds(30));

        assertThat(requests).allSatisfy(request -> assertThat(broker.sessions.opened(request))
                .isInstanceOfSatisfying(Access.Refused.class, refused -> assertThat(refused.times())
                        .isEqualTo(2)));
    }

    @Test
    void replacesTheSessionThatIsSaidToBeOver() {
        AccountSession dead = broker.live();

        Access renewed = broker.sessions.renewed(Broker.REQUEST, dead.session().sessionId());

        assertThat(renewed).isNotEqualTo(new Access.Open(dead));
        assertThat(broker.sessions.renewed(Broker.REQUEST, dead.session().sessionId()))
                .as("for the next record of that session")
                .isEqualTo(renewed);
        assertThat(broker.sessions.opened(Broker.REQUEST))
                .as("for a redelivery of the account")
                .isEqualTo(renewed);
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void handsOutTheLiveSessionToARecordWithAnotherDeadOne() {
        AccountSession live = broker.live();

        assertThat(broker.sessions.renewed(Broker.REQUEST, "a session of long ago"))
                .isEqualTo(new Access.Open(live));
        assertThat(broker.sessions.renewed(Broker.REQUEST, null)).isEqualTo(new Access.Open(live));
        assertThat(broker.roles.asked()).hasSize(1);
    }

    @Test
    @Timeout(30)
    void aThousandRenewalsAtTheSameTimeCostOneAssumeRole() throws InterruptedException {
        String dead = broker.live().session().sessionId();
        Queue<Access> answers = new ConcurrentLinkedQueue<>();

        List<Thread> records = atTheSameTime(1_000, () -> answers.add(broker.sessions.renewed(Broker.REQUEST, dead)));
        for (Thread record : records) {
            record.join();
        }

        assertThat(answers).hasSize(1_000);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    @Timeout(30)
    void aFailureIsEverybodysAndTheNextAsksAgain() throws InterruptedException {
        broker.roles.failWith(new HeldUpException(Kind.TROUBLE, "throttled"));
        Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

        List<Thread> records = atTheSameTime(10, () -> {
            try {
                broker.sessions.opened(Broker.REQUEST);
            } catch (HeldUpException e) {
                failures.add(e);
            }
        });
        for (Thread record : records) {
            record.join();
        }
        broker.roles.open();

        assertThat(failures).hasSize(10);
        assertThat(broker.live()).isNotNull();
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void refusesASessionInAnotherAccount() {
        broker.roles.openInsteadAccount("777788889999");

        assertThat(broker.sessions.opened(Broker.REQUEST)).isInstanceOfSatisfying(Access.Refused.class, refused -> {
            assertThat(refused.problem().reason()).isEqualTo(Reason.WRONG_ACCOUNT);
            assertThat(refused.problem().detail()).contains("444455556666", "777788889999");
        });
    }

    @Test
    void doesNotAskAgainAtOnceForRecordsOfAnAccountThatRefuses() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        broker.sessions.renewed(Broker.REQUEST, "dead");
        broker.clock.add(Duration.ofSeconds(59));
        broker.sessions.renewed(Broker.REQUEST, "dead");
        assertThat(broker.roles.asked()).hasSize(1);

        broker.clock.add(Duration.ofSeconds(2));
        broker.sessions.renewed(Broker.REQUEST, "dead");
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void asksAgainForAnAccountThatRefusedBefore() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);
        broker.sessions.opened(Broker.REQUEST);
        broker.clock.add(Duration.ofSeconds(1));
        broker.roles.open();

        assertThat(broker.sessions.opened(Broker.REQUEST)).isInstanceOf(Access.Open.class);
    }

    @Test
    void countsRefusalsAnewAfterASuccess() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);
        broker.sessions.opened(Broker.REQUEST);
        broker.clock.add(Duration.ofSeconds(1));
        broker.roles.open();
        Access.Open open = (Access.Open) broker.sessions.opened(Broker.REQUEST);
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        Access again =
                broker.sessions.renewed(Broker.REQUEST, open.session().session().sessionId());

        assertThat(again).isInstanceOfSatisfying(Access.Refused.class, refused -> assertThat(refused.times())
                .isEqualTo(1));
    }

    /** Virtual threads that do the same; STS answers the first when all others wait. */
    private List<Thread> atTheSameTime(int count, Runnable task) {
        List<Thread> threads = IntStream.range(0, count)
                .mapToObj(_ -> Thread.ofVirtual().unstarted(task))
                .toList();
        Supplier<Boolean> othersWait = () -> threads.stream()
                        .filter(thread -> thread.getState() == Thread.State.WAITING)
                        .count()
                == count - 1;
        broker.roles.first(() -> {
            while (!othersWait.get()) {
                Thread.yield();
            }
        });
        threads.forEach(Thread::start);
        return threads;
    }
}
