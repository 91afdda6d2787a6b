package io.sharewell.broker.domain;

import static io.sharewell.broker.domain.FakeDirectory.GOV_WEST;
import static io.sharewell.broker.domain.FakeDirectory.HONG_KONG;
import static io.sharewell.broker.domain.FakeDirectory.IRELAND;
import static io.sharewell.broker.domain.FakeDirectory.OHIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.RegionSkipped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountOpenerTest {

    @TempDir
    Path folder;

    private Broker broker;

    @BeforeEach
    void broker() {
        broker = new Broker(folder);
    }

    @Test
    void opensAUnitForEachRegionThatHasTheTool() {
        Opening.Opened opened = open(Broker.account());

        assertThat(opened.account())
                .isEqualTo(new AccountOpened(Broker.ENVELOPE, Broker.ACCOUNT, List.of(HONG_KONG, IRELAND, OHIO)));
        assertThat(opened.units()).extracting(AccountSessionOpened::region).containsExactly(HONG_KONG, IRELAND, OHIO);
        assertThat(opened.skipped()).isEmpty();
    }

    @Test
    void givesAllUnitsTheSameSealAndGrant() {
        Opening.Opened opened = open(Broker.account());

        AccountSession session = broker.live();
        assertThat(opened.units()).extracting(AccountSessionOpened::session).containsOnly(session.session());
        assertThat(opened.units()).extracting(AccountSessionOpened::grant).containsOnly(session.grant());
        assertThat(broker.roles.asked()).hasSize(1);
    }

    @Test
    void saysTheWorkBeforeItSaysThatTheAccountIsOpen() {
        broker.knowledge = new RegionKnowledge.Known(Map.of(HONG_KONG, "DISABLED"));

        assertThat(open(Broker.account()).events())
                .hasExactlyElementsOfTypes(
                        AccountSessionOpened.class,
                        AccountSessionOpened.class,
                        AccountOpened.class,
                        RegionSkipped.class);
    }

    @Test
    void prefersTheRegionsASweepAsksFor() {
        AccountDiscovered account = Broker.account(OHIO, IRELAND, OHIO);

        Opening opened = broker.opener(HONG_KONG).open(account);

        assertThat(((Opening.Opened) opened).account().regions()).containsExactly(IRELAND, OHIO);
    }

    @Test
    void prefersTheConfiguredRegionsToAll() {
        Opening opened = broker.opener(HONG_KONG).open(Broker.account());

        assertThat(((Opening.Opened) opened).account().regions()).containsExactly(HONG_KONG);
    }

    @Test
    void leavesOutTheRegionsThatASweepExcludes() {
        AccountDiscovered all = Broker.account();
        AccountDiscovered account = new AccountDiscovered(
                all.envelope(),
                all.accountId(),
                null,
                null,
                "aws",
                List.of(),
                List.of(IRELAND, GOV_WEST),
                null,
                all.cause());

        Opening.Opened opened = open(account);

        assertThat(opened.account().regions()).containsExactly(HONG_KONG, OHIO);
        assertThat(opened.units()).extracting(AccountSessionOpened::region).containsExactly(HONG_KONG, OHIO);
        assertThat(opened.skipped()).isEmpty();
    }

    @Test
    void skipsRegionsThatTheAccountDoesNotHaveButCountsThem() {
        broker.knowledge = new RegionKnowledge.Known(Map.of(HONG_KONG, "DISABLED"));

        Opening.Opened opened = open(Broker.account());

        assertThat(opened.account().regions()).contains(HONG_KONG);
        assertThat(opened.units()).extracting(AccountSessionOpened::region).containsExactly(IRELAND, OHIO);
        assertThat(opened.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.region()).isEqualTo(HONG_KONG);
            assertThat(skipped.problem().reason()).isEqualTo(Reason.REGION_NOT_ENABLED);
            assertThat(skipped.problem().detail()).contains("DISABLED");
        });
    }

    @Test
    void skipsRegionsThatAreWithoutTheToolButCountsThem() {
        Region osaka = Region.of("ap-northeast-3");

        Opening.Opened opened = open(Broker.account(IRELAND, osaka));

        assertThat(opened.account().regions()).containsExactly(osaka, IRELAND);
        assertThat(opened.units()).extracting(AccountSessionOpened::region).containsExactly(IRELAND);
        assertThat(opened.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.region()).isEqualTo(osaka);
            assertThat(skipped.problem().reason()).isEqualTo(Reason.REGION_WITHOUT_TOOL);
        });
    }

    @Test
    void triesTheRegionsAskedForWhereThoseWithTheToolAreConfigured() {
        Region osaka = Region.of("ap-northeast-3");

        assertThat(open(Broker.account(osaka), IRELAND).units()).hasSize(1);
    }

    @Test
    void skipsRegionsOfAnotherPartition() {
        Opening.Opened opened = open(Broker.account(IRELAND, GOV_WEST));

        assertThat(opened.units()).extracting(AccountSessionOpened::region).containsExactly(IRELAND);
        assertThat(opened.skipped()).singleElement().satisfies(skipped -> {
            assertThat(skipped.region()).isEqualTo(GOV_WEST);
            assertThat(skipped.problem().detail()).contains("partition aws");
        });
    }

    @Test
    void triesAllRegionsWhenTheRoleMayNotListThem() {
        broker.knowledge = new RegionKnowledge.Refused("AccessDenied");
        assertThat(open(Broker.account()).units()).hasSize(3);
    }

    @Test
    void triesAllRegionsWhenTheyCouldNotBeListed() {
        broker.knowledge = new RegionKnowledge.Failed("time-out");
        assertThat(open(Broker.account()).units()).hasSize(3);
    }

    @Test
    void asksForTheAccountsRegionsOnceWhateverTheAnswer() {
        broker.knowledge = new RegionKnowledge.Refused("AccessDenied");
        open(Broker.account());
        open(Broker.account());

        assertThat(broker.askedForRegions).singleElement().satisfies(session -> assertThat(session.accountId())
                .isEqualTo(Broker.ACCOUNT));
    }

    @Test
    void takesTheRecordsPartition() {
        AccountDiscovered gov = new AccountDiscovered(
                Broker.ENVELOPE,
                Broker.ACCOUNT,
                null,
                null,
                "aws-us-gov",
                null,
                null,
                null,
                AccountDiscovered.Cause.SCHEDULE);

        assertThat(open(gov).account().regions()).containsExactly(GOV_WEST);
        assertThat(broker.roles.asked()).extracting(SessionRequest::partition).containsExactly("aws-us-gov");
    }

    @Test
    void startsTheUnitsWithNewCounters() {
        Envelope tried = Broker.ENVELOPE.nextAttempt().nextAttempt();

        assertThat(open(Broker.account(tried)).units())
                .extracting(AccountSessionOpened::envelope)
                .containsOnly(Broker.ENVELOPE);
    }

    @Test
    void looksOnceMoreLaterBeforeItBelievesThatTheRoleIsNotThere() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        assertThat(broker.opener().open(Broker.account()))
                .isEqualTo(new Opening.TryLater("ROLE_NOT_ASSUMABLE, AWS said so"));
        broker.clock.add(Duration.ofSeconds(30));
        assertThat(blocked(Broker.ENVELOPE.nextAttempt()).problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
        assertThat(broker.roles.asked()).hasSize(2);
    }

    @Test
    void looksOnceMoreLaterAlsoIfTheAccountMetOtherTroubleBefore() {
        broker.roles.failWith(new HeldUpException(Kind.TROUBLE, "throttled"));
        assertThatThrownBy(() -> broker.opener().open(Broker.account())).isInstanceOf(HeldUpException.class);
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        Envelope second = Broker.ENVELOPE.nextAttempt();
        assertThat(broker.opener().open(Broker.account(second))).isInstanceOf(Opening.TryLater.class);
        broker.clock.add(Duration.ofMinutes(5));
        assertThat(blocked(second.nextAttempt()).problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
    }

    @Test
    void looksOnceMoreLaterAlsoIfItLackedCredentialsBefore() {
        broker.roles.refuse(Reason.CREDENTIALS_REJECTED);
        broker.opener().open(Broker.account());
        broker.clock.add(Duration.ofSeconds(30));
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);

        Envelope second = Broker.ENVELOPE.nextAttempt();
        assertThat(broker.opener().open(Broker.account(second)))
                .isEqualTo(new Opening.TryLater("ROLE_NOT_ASSUMABLE, AWS said so"));
        broker.clock.add(Duration.ofMinutes(5));
        assertThat(blocked(second.nextAttempt()).problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
    }

    @Test
    void believesARefusalAtTheThirdAttemptThoughTheOthersAreForgotten() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);
        Envelope third = Broker.ENVELOPE.nextAttempt().nextAttempt();

        assertThat(blocked(third).problem().reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
    }

    @Test
    void opensAnAccountWhoseRoleWasOnlyNew() {
        broker.roles.refuse(Reason.ROLE_NOT_ASSUMABLE);
        broker.opener().open(Broker.account());
        broker.clock.add(Duration.ofSeconds(30));
        broker.roles.open();

        assertThat(broker.opener().open(Broker.account(Broker.ENVELOPE.nextAttempt())))
                .isInstanceOf(Opening.Opened.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"STS_REGION_DISABLED", "ROLE_SETTINGS_REJECTED", "UNEXPECTED"})
    void believesOtherRefusalsAtOnce(Reason reason) {
        broker.roles.refuse(reason);

        assertThat(blocked(Broker.ENVELOPE).problem().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS_REJECTED", "CREDENTIALS_MISSING"})
    void waitsUpTheWholeLadderForItsOwnCredentials(Reason reason) {
        broker.roles.refuse(reason);
        Envelope envelope = Broker.ENVELOPE;
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(broker.opener().open(Broker.account(envelope))).isInstanceOf(Opening.TryLater.class);
            envelope = envelope.nextAttempt();
        }

        assertThat(blocked(envelope).problem().reason()).isEqualTo(reason);
    }

    @Test
    void blocksAnAccountWhoseRoleIsInAnother() {
        broker.roles.openInsteadAccount("777788889999");

        assertThat(blocked(Broker.ENVELOPE).problem().reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    }

    @Test
    void throwsTrouble() {
        broker.roles.failWith(new HeldUpException(Kind.TROUBLE, "throttled"));

        assertThatThrownBy(() -> broker.opener().open(Broker.account())).isInstanceOf(HeldUpException.class);
    }

    private AccountBlocked blocked(Envelope envelope) {
        Opening opening = broker.opener().open(Broker.account(envelope));
        assertThat(opening).isInstanceOf(Opening.Blocked.class);
        AccountBlocked blocked = ((Opening.Blocked) opening).account();
        assertThat(blocked.envelope()).isEqualTo(Broker.ENVELOPE);
        assertThat(blocked.accountId()).isEqualTo(Broker.ACCOUNT);
        return blocked;
    }

    private Opening.Opened open(AccountDiscovered account, Region... configured) {
        return (Opening.Opened) broker.opener(configured).open(account);
    }
}
