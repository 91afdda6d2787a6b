package io.sharewell.app.view;

import static io.sharewell.app.view.ASmallSweep.CRM;
import static io.sharewell.app.view.ASmallSweep.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.Terminal.Feature;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Invitation;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomeTableTest {

    private static final Terminal PLAIN = Terminal.plain(90);

    @Test
    void saysWhatCameOfASweepInPlainText() {
        assertThat(table(ASmallSweep.of("sweep-1"), PLAIN)).isEqualTo("""
                        Sweep sweep-1 · SHARE, APPLY
                        Started 2026-11-21 10:00:00 UTC, took 7 min 30 s
                        ! Complete, with 3 problems

                          Accounts            3 selected  = 2 opened + 1 blocked
                          Units               5 in all    = 3 scanned + 1 skipped + 1 failed
                          Workloads           5 found     = 4 in order + 1 with a problem
                          Actions             2 CREATED       a new share
                                              3 NONE          nothing to do, or left alone
                          Statuses            2 ACCEPTED      shared
                                              2 PENDING       invitation sent, not yet accepted
                                              1 REJECTED      the invitation was rejected

                        3 problems

                          ROLE_NOT_ASSUMABLE  1 account blocked
                            data-lake  222233334444
                            Seen  AccessDenied (403)
                            Cure  Create the role in this account.

                          DENIED  1 unit in 1 account
                            crm  444455556666  us-east-1
                            Seen  ListWorkloads
                            Cure  Add wellarchitected:ListWorkloads to the role's policy.

                          REFUSED  1 workload in 1 account
                            crm  444455556666  1 workload in eu-west-1
                            Seen  Rejected by the reviews account
                            Cure  Agree with them, then invite by hand.

                        Passed over (no problems)

                          NOT_ACTIVE  1 account
                            old-lab (333344445555, SUSPENDED)
                            Nothing to do while AWS keeps the account in this state; it is looked at again in the
                            next sweep.

                          REGION_NOT_ENABLED  1 unit
                            ap-east-1 in 1 account
                            Nothing to do, unless the account should have workloads there: then enable the Region
                            in it.
                        """);
    }

    @Test
    void marksInColourWhatOneShouldSeeFirst() {
        assertThat(Printed.readable(table(ASmallSweep.of("sweep-1"), new Terminal(90, Set.of(Feature.COLOUR)))))
                .startsWith("""
                        ¤[1mSweep sweep-1¤[0m - SHARE, APPLY
                        ¤[2mStarted 2026-11-21 10:00:00 UTC, took 7 min 30 s¤[0m
                        ¤[33m! Complete, with 3 problems¤[0m

                          ¤[1mAccounts¤[0m            3 selected  = 2 opened + 1 blocked
                          ¤[1mUnits¤[0m               5 in all    = 3 scanned + 1 skipped + 1 failed
                          ¤[1mWorkloads¤[0m           5 found     = 4 in order + 1 with a problem
                          ¤[1mActions¤[0m             2 CREATED       ¤[2ma new share¤[0m
                        """)
                .contains("""
                          ¤[1;31mROLE_NOT_ASSUMABLE¤[0m  1 account blocked
                            data-lake  ¤[2m222233334444¤[0m
                        ¤[2m    Seen  ¤[0m¤[2mAccessDenied (403)¤[0m
                        ¤[2m    Cure  ¤[0mCreate the role in this account.

                          ¤[33mDENIED¤[0m  1 unit in 1 account
                        """);
    }

    @Test
    void saysSoWhenAllIsWell() {
        assertThat(table(ASmallSweep.withoutProblems("sweep-1"), PLAIN)).isEqualTo("""
                        Sweep sweep-1 · SHARE, APPLY
                        Started 2026-11-21 10:00:00 UTC, took 7 min 30 s
                        ✓ Complete, no problems

                          Accounts            1 selected  = 1 opened
                          Units               1 in all    = 1 scanned
                          Workloads           1 found     = 1 in order
                          Actions             1 NONE          nothing to do, or left alone
                          Statuses            1 ACCEPTED      shared
                        """);
    }

    @Test
    void saysOfAFailedSweepWhyWhatIsOpenAndTheCure() {
        ASweep sweep = ASweep.named("sweep-1")
                .selected(SHOP, "shop-prod", "Root")
                .selected(CRM, "crm", "Root")
                .opened(SHOP, "eu-west-1", "us-east-1")
                .foundOnly(SHOP, "eu-west-1")
                .failed(new Problem(Reason.DEADLINE_PASSED, "after PT3H", "Look at the lag."));

        assertThat(table(sweep, PLAIN)).isEqualTo("""
                        Sweep sweep-1 · SHARE, APPLY
                        Started 2026-11-21 10:00:00 UTC, took 7 min 30 s
                        ✗ NOT COMPLETE

                          Accounts            2 selected  = 1 opened + 1 open
                          Units               2 in all    = 1 scanned + 1 open
                          Workloads           1 found     = 1 open

                        Why it is not complete: DEADLINE_PASSED
                            Seen  after PT3H
                            Cure  Look at the lag.
                            Open  1 account, 1 unit, 1 workload
                                  111122223333/eu-west-1/00000000000000000000000000000001  shop-prod
                                  111122223333/us-east-1  shop-prod
                                  444455556666  crm
                        """);
    }

    @Test
    void aSweepThatRunsIsNotCompleteYet() {
        assertThat(table(ASmallSweep.open("sweep-1"), PLAIN))
                .contains("Started 2026-11-21 10:00:00 UTC, has not ended\n", "✗ NOT COMPLETE yet, 3 problems so far\n")
                .contains("\nThe sweep has not ended.\n");
    }

    @Test
    void aSweepThatFailedAtOnceShowsItsCure() {
        ASweep sweep = ASweep.named("sweep-1").failed(Problem.of(Reason.LIST_ACCOUNTS_DENIED));

        assertThat(table(sweep, PLAIN))
                .contains("Accounts            0 selected\n")
                .contains("Why it is not complete: LIST_ACCOUNTS_DENIED\n")
                .contains("Cure  Run Sharewell in an account that is delegated administrator");
    }

    @Test
    void planSaysThatNothingWasChanged() {
        ASweep sweep = ASweep.with(Envelope.of("sweep-1", Purpose.SHARE, Mode.PLAN))
                .selected(SHOP, "shop-prod", "Root")
                .opened(SHOP, "eu-west-1")
                .scanned(SHOP, "eu-west-1", ASweep.outcome(Action.WOULD_CREATE, null))
                .listed()
                .completed();

        assertThat(table(sweep, PLAIN))
                .contains("SHARE, PLAN: AWS was only read, nothing changed\n")
                .contains("1 WOULD_CREATE  APPLY would make a new share\n")
                .contains("1 (no share)\n");
    }

    @Test
    void namesSixAccountsAndCountsTheOthers() {
        ASweep sweep = ASweep.named("sweep-1");
        IntStream.rangeClosed(1, 9).forEach(i -> {
            String account = "%012d".formatted(i);
            sweep.selected(account, "team-" + i, "Root");
            sweep.blocked(account, Problem.of(Reason.WRONG_ACCOUNT, "role of account " + i));
        });

        assertThat(table(sweep.listed().completed(), PLAIN))
                .contains("WRONG_ACCOUNT  9 accounts blocked\n")
                .contains("    team-6  000000000006\n    … and 3 more accounts\n    e.g.  role of account 1\n")
                .doesNotContain("team-7");
    }

    @Test
    void problemsWithAnotherCureStandApart() {
        ASweep sweep = ASweep.named("sweep-1").selected(SHOP, "shop", "Root").opened(SHOP, "eu-west-1", "us-east-1");
        sweep.regionFailed(SHOP, "eu-west-1", new Problem(Reason.DENIED, null, "Add one."));
        sweep.regionFailed(SHOP, "us-east-1", new Problem(Reason.DENIED, null, "Add another."));

        assertThat(table(sweep.listed().completed(), PLAIN)).contains("Cure  Add one.\n", "Cure  Add another.\n");
    }

    @Test
    void accountsThatAreNamedAndNotThereAreShownAsSuch() {
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        ASweep sweep = ASweep.with(envelope)
                .selected(SHOP, "shop", "Root")
                .opened(SHOP)
                .say(new AccountsSelected(envelope, 1, 0, List.of(AccountId.of("999900001111"))));

        assertThat(table(sweep.completed(), PLAIN))
                .contains("Complete, with 1 problem", "NO_SUCH_ACCOUNT  1 account\n", "999900001111");
    }

    @Test
    void withTwoTargetsSharesAndWorkloadsAreCountedApart() {
        Workload workload =
                new Workload("1".repeat(32), "arn:aws:wellarchitected:1", "Web shop", null, null, null, null);
        Problem refused = new Problem(Reason.REFUSED, null, "Ask them.");
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        ASweep sweep = ASweep.with(envelope)
                .selected(SHOP, "shop", "Root")
                .opened(SHOP, "eu-west-1")
                .say(new RegionScanned(envelope, AccountId.of(SHOP), Region.of("eu-west-1"), List.of(workload.id())))
                .say(new WorkloadResult(
                        envelope,
                        AccountId.of(SHOP),
                        Region.of("eu-west-1"),
                        workload,
                        List.of(refusedBy("777788889999", refused), refusedBy("888899990000", refused)),
                        null));

        assertThat(table(sweep.listed().completed(), PLAIN))
                .contains("Workloads           1 found     = 1 with a problem\n")
                .contains("REFUSED  2 shares of 1 workload in 1 account\n");
    }

    private static TargetOutcome refusedBy(String account, Problem problem) {
        return new TargetOutcome(Principal.of(account), Permission.READONLY, Action.NONE, "share", "REJECTED", problem);
    }

    @Test
    void workloadsThatAreNearlyFullAreCounted() {
        Workload workload =
                new Workload("1".repeat(32), "arn:aws:wellarchitected:1", "Web shop", null, null, null, null);
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        ASweep sweep = ASweep.with(envelope)
                .selected(SHOP, "shop", "Root")
                .opened(SHOP, "eu-west-1")
                .say(new RegionScanned(envelope, AccountId.of(SHOP), Region.of("eu-west-1"), List.of(workload.id())))
                .say(new WorkloadResult(
                        envelope, AccountId.of(SHOP), Region.of("eu-west-1"), workload, List.of(), null, 2));

        assertThat(table(sweep.listed().completed(), PLAIN))
                .contains("Nearly full         1 have 18 or more of the 20 shares");
    }

    @Test
    void ofASweepWhoseOlderPartsAreGoneTheNumbersAreThoseOfItsEnd() {
        Envelope envelope = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        Totals told = new Totals(
                new Totals.Accounts(2, 2, 0, 0), new Totals.Units(4, 4, 0, 0), 7, Map.of("NONE", 7), Map.of(), 0);
        ASweep sweep = ASweep.with(envelope)
                .selected(SHOP, "shop", "Root")
                .opened(SHOP, "eu-west-1")
                .scanned(SHOP, "eu-west-1", ASweep.outcome(Action.NONE, "ACCEPTED"))
                .say(new SweepCompleted(envelope, ASweep.STARTED, ASweep.ENDED, told, List.of(), List.of()));

        assertThat(table(sweep, PLAIN))
                .contains("Complete, no problems\nshare-results no longer has all of it")
                .contains("2 selected  = 2 opened\n")
                .contains("7 found\n")
                .doesNotContain("NOT COMPLETE");
    }

    @Test
    void whatIsNotAcceptedIsLeftAloneOrFailed() {
        assertThat(table(
                        acceptance(
                                Mode.APPLY,
                                answer("invitation-1", Action.ACCEPTED, null),
                                answer("invitation-2", Action.NONE, Reason.NOT_A_MEMBER),
                                answer("invitation-3", Action.NONE, Reason.NOT_A_WORKLOAD),
                                answer("invitation-4", Action.NONE, Reason.INVITATION_GONE),
                                answer("invitation-5", Action.NONE, Reason.DENIED)),
                        PLAIN))
                .contains("Invitations         5 found     = 1 accepted + 3 left alone + 1 failed\n")
                .contains("1 ACCEPTED      the invitation accepted\n")
                .contains("NOT_A_MEMBER  1 unit or invitation in 1 account\n");
    }

    @Test
    void aPlanAcceptsNothing() {
        assertThat(table(
                        acceptance(
                                Mode.PLAN,
                                answer("invitation-1", Action.WOULD_ACCEPT, null),
                                answer("invitation-2", Action.NONE, Reason.NOT_A_MEMBER)),
                        PLAIN))
                .contains("Invitations         2 found     = 1 would be accepted + 1 left alone\n");
    }

    private record Answer(Invitation invitation, Action action, Problem problem) {}

    private static Answer answer(String invitationId, Action action, Reason reason) {
        return new Answer(
                new Invitation(invitationId, SHOP, "READONLY", "WORKLOAD", "Web shop", null),
                action,
                reason == null ? null : Problem.of(reason));
    }

    private static ASweep acceptance(Mode mode, Answer... answers) {
        Envelope envelope = Envelope.of("sweep-1", Purpose.ACCEPT, mode);
        AccountId reviews = AccountId.of("777788889999");
        Region region = Region.of("eu-west-1");
        ASweep sweep = ASweep.with(envelope)
                .selected(reviews.value(), "reviews", "Root")
                .opened(reviews.value(), region.value())
                .say(new RegionScanned(
                        envelope,
                        reviews,
                        region,
                        Stream.of(answers)
                                .map(answer -> answer.invitation().id())
                                .toList()));
        for (Answer answer : answers) {
            sweep.say(new InvitationResult(
                    envelope, reviews, region, answer.invitation(), answer.action(), answer.problem()));
        }
        return sweep.listed().completed();
    }

    @Test
    void whatOthersWriteCannotSteerTheTerminal() {
        ASweep sweep = ASweep.named("sweep-1").selected(SHOP, "shop\u001b[2J", "Root");
        sweep.blocked(SHOP, new Problem(Reason.UNEXPECTED, "told\u001b]0;title\u0007\nme", "Report it."));

        assertThat(table(sweep.listed().completed(), PLAIN)).doesNotContain("\u001b", "\u0007");
    }

    private static String table(ASweep sweep, Terminal terminal) {
        return Printed.by(out -> new OutcomeTable(terminal).print(sweep.report(), out));
    }
}
