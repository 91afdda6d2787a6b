package io.sharewell.writer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.TerminalOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.UnsettledTarget;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.writer.domain.AwsInMemory.Duplicates;
import io.sharewell.writer.domain.AwsInMemory.Tokens;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadSharingTest {

    private static final Target REVIEWS = target("999900001111", Permission.READONLY);
    private static final Target AUDIT = target("999900002222", Permission.CONTRIBUTOR);
    private static final Target OU =
            target("arn:aws:organizations::999900003333:ou/o-abcdefghij/ou-abcd-12345678", Permission.READONLY);
    private static final Policies DEFAULTS =
            new Policies(OnExpired.RENEW, OnRefused.REPORT, OnFailed.REPORT, OnPermissionDifference.REPORT);

    private final AwsInMemory aws = new AwsInMemory();

    @Test
    void invitesTheReviewsAccount() {
        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome)
                .isEqualTo(new TargetOutcome(
                        REVIEWS.principal(), Permission.READONLY, Action.CREATED, "share-1", "PENDING", null));
        assertThat(aws.calls()).containsExactly("list 999900001111", "create 999900001111");
    }

    @Test
    void saysOfAnOuThatItIsBeingAssociatedForItIsNotInvited() {
        assertThat(only(share(found(), OU)).status()).isEqualTo("ASSOCIATING");
    }

    @ParameterizedTest(name = "{0} shares with others")
    @CsvSource(
            nullValues = "-",
            value = {"16, -", "17, 2", "18, 1", "19, 0"})
    void tellsHowManySharesAreLeftToAWorkloadThatHasEighteen(int others, Integer left) {
        sharedWithOthers(others);

        WorkloadResult result = share(found(), REVIEWS);

        assertThat(result.sharesLeft()).isEqualTo(left);
        assertThat(only(result).problem()).as("no problem yet").isNull();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void sparesACreateThatAwsWouldRefuseForItsQuota(Mode mode) {
        sharedWithOthers(20);

        TargetOutcome outcome = only(share(found(Envelope.of("sweep-1", Purpose.SHARE, mode)), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.NONE);
        assertThat(outcome.problem().reason()).isEqualTo(Reason.QUOTA_REACHED);
        assertThat(aws.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"APPLY, CREATED", "PLAN, WOULD_CREATE"})
    void createsNoMoreThanTheQuotaAllows(Mode mode, Action action) {
        sharedWithOthers(19);

        WorkloadResult result = share(found(Envelope.of("sweep-1", Purpose.SHARE, mode)), REVIEWS, AUDIT);

        assertThat(result.targets()).extracting(TargetOutcome::action).containsExactly(action, Action.NONE);
        assertThat(result.targets().getFirst().problem()).isNull();
        assertThat(result.targets().getLast().problem().reason()).isEqualTo(Reason.QUOTA_REACHED);
    }

    @Test
    void countsWhatAnEarlierAttemptPlanned() {
        sharedWithOthers(19);
        aws.isHeldUpBefore("list 999900002222", HeldUpException.Kind.TROUBLE);
        WorkloadSharing sharing = sharing(aws, REVIEWS, AUDIT);
        WorkloadFound planned = found(Envelope.of("sweep-1", Purpose.SHARE, Mode.PLAN));
        WorkloadFound soFar = ((Progress.HeldUp) sharing.share(planned, Delivery.FIRST)).record();

        WorkloadResult result = whole(sharing.share(tried(soFar), Delivery.REPEATED));

        assertThat(result.targets().getFirst().action()).isEqualTo(Action.WOULD_CREATE);
        assertThat(result.targets().getLast().problem().reason()).isEqualTo(Reason.QUOTA_REACHED);
    }

    @Test
    void renewsWhereThereIsNoRoomForOneMore() {
        sharedWithOthers(19);
        aws.has(REVIEWS, "EXPIRED");

        assertThat(only(share(found(), REVIEWS)).action()).isEqualTo(Action.RENEWED);
    }

    @Test
    void leavesAnAcceptedShareAlone() {
        aws.has(REVIEWS, "ACCEPTED");

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome)
                .isEqualTo(new TargetOutcome(
                        REVIEWS.principal(), Permission.READONLY, Action.NONE, "share-1", "ACCEPTED", null));
        assertThat(aws.calls()).containsExactly("list 999900001111");
    }

    @Test
    void renewsAnExpiredInvitation() {
        aws.has(REVIEWS, "EXPIRED");

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.RENEWED);
        assertThat(outcome.shareId()).isEqualTo("share-2");
        assertThat(aws.writes()).containsExactly("delete share-1", "create 999900001111");
        assertThat(aws.sharesWith(REVIEWS)).extracting(Share::status).containsExactly("PENDING");
    }

    @Test
    void givesAWaitingInvitationThePermissionThatIsWanted() {
        aws.has(target(REVIEWS.principal().value(), Permission.CONTRIBUTOR), "PENDING");

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome)
                .isEqualTo(new TargetOutcome(
                        REVIEWS.principal(), Permission.READONLY, Action.UPDATED, "share-1", "PENDING", null));
        assertThat(aws.sharesWith(REVIEWS)).extracting(Share::permission).containsExactly("READONLY");
    }

    @Test
    void reportsTheShareThatTheRoleMayNotUpdate() {
        aws.has(target(REVIEWS.principal().value(), Permission.CONTRIBUTOR), "PENDING");
        aws.refuses("update", Reason.DENIED);

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.NONE);
        assertThat(outcome.status()).isEqualTo("PENDING");
        assertThat(outcome.shareId()).isEqualTo("share-1");
        assertThat(outcome.problem().reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void reportsTheExpiredInvitationThatTheRoleMayNotDelete() {
        aws.has(REVIEWS, "EXPIRED");
        aws.refuses("delete", Reason.DENIED);

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.NONE);
        assertThat(outcome.status()).isEqualTo("EXPIRED");
        assertThat(outcome.problem().reason()).isEqualTo(Reason.DENIED);
        assertThat(aws.writes()).containsExactly("delete share-1");
    }

    @Test
    void saysThatAShareIsDeletedIfNoOtherCouldTakeItsPlace() {
        aws.has(REVIEWS, "EXPIRED");
        aws.refuses("create", Reason.QUOTA_REACHED);

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.DELETED);
        assertThat(outcome.shareId()).isNull();
        assertThat(outcome.status()).isNull();
        assertThat(outcome.problem().reason()).isEqualTo(Reason.QUOTA_REACHED);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void onlyLooksWhenItPlans(Purpose purpose) {
        if (purpose == Purpose.ACCEPT) {
            return; // No workloads in it
        }
        aws.has(AUDIT, "EXPIRED");
        WorkloadFound found = found(new Envelope("sweep-1", purpose, Mode.PLAN, 0, 0, null, null));

        WorkloadResult result = share(found, REVIEWS, AUDIT);

        assertThat(aws.writes()).isEmpty();
        assertThat(result.targets())
                .extracting(TargetOutcome::action)
                .isEqualTo(
                        purpose == Purpose.SHARE
                                ? List.of(Action.WOULD_CREATE, Action.WOULD_RENEW)
                                : List.of(Action.NONE, Action.WOULD_DELETE));
    }

    @Test
    void takesBackEveryShareWithItsTargetsAndNoOther() {
        AwsInMemory duplicating = new AwsInMemory(Duplicates.ALLOWED, Tokens.REMEMBERED);
        duplicating.has(REVIEWS, "ACCEPTED");
        duplicating.has(REVIEWS, "EXPIRED");
        duplicating.has(AUDIT, "ACCEPTED");

        WorkloadResult result = whole(sharing(duplicating, REVIEWS)
                .share(found(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY)), Delivery.FIRST));

        assertThat(only(result))
                .isEqualTo(
                        new TargetOutcome(REVIEWS.principal(), Permission.READONLY, Action.DELETED, null, null, null));
        assertThat(duplicating.sharesWith(REVIEWS)).isEmpty();
        assertThat(duplicating.sharesWith(AUDIT)).hasSize(1);
    }

    @Test
    void saysWhyAShareCouldNotBeTakenBack() {
        String accepted = aws.has(REVIEWS, "ACCEPTED");
        aws.refuses("delete", Reason.DENIED);

        TargetOutcome outcome = only(share(found(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY)), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.NONE);
        assertThat(outcome.shareId()).isEqualTo(accepted);
        assertThat(outcome.problem().reason()).isEqualTo(Reason.DENIED);
    }

    @Test
    void isContentIfSomebodyElseTakesAShareBackMeanwhile() {
        String accepted = aws.has(REVIEWS, "ACCEPTED");
        aws.before("delete", () -> aws.remove(accepted));

        TargetOutcome outcome = only(share(found(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY)), REVIEWS));

        assertThat(outcome)
                .isEqualTo(new TargetOutcome(REVIEWS.principal(), Permission.READONLY, Action.NONE, null, null, null));
    }

    @Test
    void doesNotShareAWorkloadWithItsOwner() {
        Target owner = target("123456789012", Permission.READONLY);
        Target userOfOwner = target("arn:aws:iam::123456789012:user/alice", Permission.READONLY);

        WorkloadResult result = share(found(), owner, userOfOwner);

        assertThat(result.targets()).allSatisfy(outcome -> assertThat(outcome)
                .isEqualTo(
                        new TargetOutcome(outcome.sharedWith(), Permission.READONLY, Action.NONE, null, null, null)));
        assertThat(aws.calls()).isEmpty();
    }

    // Somebody else is faster

    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void leavesAShareThatSomebodyElseMadeMeanwhile(Duplicates duplicates, Tokens tokens) {
        AwsInMemory unknown = new AwsInMemory(duplicates, tokens);
        unknown.before("create", () -> unknown.has(REVIEWS, "PENDING"));

        TargetOutcome outcome = only(whole(sharing(unknown, REVIEWS).share(found(), Delivery.FIRST)));

        assertThat(outcome.status()).isEqualTo("PENDING");
        assertThat(outcome.problem()).isNull();
        assertThat(outcome.action()).isEqualTo(duplicates == Duplicates.REFUSED ? Action.NONE : Action.CREATED);
    }

    @Test
    void createsAShareIfTheOneToUpdateIsDeletedMeanwhile() {
        String shareId = aws.has(target(REVIEWS.principal().value(), Permission.CONTRIBUTOR), "PENDING");
        aws.before("update", () -> aws.remove(shareId));

        assertThat(only(share(found(), REVIEWS)).action()).isEqualTo(Action.CREATED);
        assertThat(aws.sharesWith(REVIEWS)).extracting(Share::permission).containsExactly("READONLY");
    }

    @Test
    void createsAShareIfTheExpiredOneIsDeletedMeanwhile() {
        String shareId = aws.has(REVIEWS, "EXPIRED");
        aws.before("delete", () -> aws.remove(shareId));

        assertThat(only(share(found(), REVIEWS)).action()).isEqualTo(Action.CREATED);
        assertThat(aws.sharesWith(REVIEWS)).hasSize(1);
    }

    @Test
    void givesUpAfterThreeRoundsAndSaysWhy() {
        aws.alwaysBefore("create", () -> {
            aws.has(REVIEWS, "PENDING");
            aws.after("create", () -> {});
        });
        aws.alwaysBefore("list", () -> aws.sharesWith(REVIEWS).forEach(share -> aws.remove(share.id())));

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.problem().reason()).isEqualTo(Reason.WORKLOAD_IN_USE);
        assertThat(outcome.problem().detail()).isEqualTo("409");
        assertThat(aws.writes()).hasSize(3);
    }

    /** As when the SDK repeats a create whose first answer was lost, and AWS does not know its token. */
    @Test
    void renewedAShareWhoseSuccessorIsThereAlready() {
        aws.has(REVIEWS, "EXPIRED");
        aws.before("create", () -> aws.has(REVIEWS, "PENDING"));

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.action()).isEqualTo(Action.RENEWED);
        assertThat(outcome.status()).isEqualTo("PENDING");
        assertThat(outcome.problem()).isNull();
    }

    @Test
    void waitsForADeletedShareThatStillKeepsItsSuccessorOut() {
        String expired = aws.has(REVIEWS, "EXPIRED");
        aws.alwaysBefore("create", () -> aws.has(REVIEWS, "PENDING"));
        aws.alwaysBefore("list", () -> aws.sharesWith(REVIEWS).stream()
                .filter(share -> !share.id().equals(expired))
                .forEach(share -> aws.remove(share.id())));
        WorkloadSharing sharing = sharing(aws, REVIEWS);
        Progress.HeldUp heldUp = (Progress.HeldUp) sharing.share(found(), Delivery.FIRST);

        assertThat(heldUp.why()).hasMessageContaining(expired);
        aws.sharesWith(REVIEWS).forEach(share -> aws.remove(share.id()));
        aws.alwaysBefore("create", () -> {});
        aws.alwaysBefore("list", () -> {});

        assertThat(only(whole(sharing.share(tried(heldUp.record()), Delivery.REPEATED)))
                        .action())
                .isEqualTo(Action.RENEWED);
    }

    @Test
    void namesTheShareThatItCouldNotUpdateForSomebodyElseKeepsChangingIt() {
        Target other = target(REVIEWS.principal().value(), Permission.CONTRIBUTOR);
        aws.has(other, "PENDING");
        aws.alwaysBefore("update", () -> {
            aws.sharesWith(REVIEWS).forEach(share -> aws.remove(share.id()));
            aws.has(other, "PENDING");
        });

        TargetOutcome outcome = only(share(found(), REVIEWS));

        assertThat(outcome.problem().reason()).isEqualTo(Reason.WORKLOAD_IN_USE);
        assertThat(outcome.status()).isEqualTo("PENDING");
    }

    // The workload itself

    @Test
    void saysThatAWorkloadIsGoneOnceAndAsksNoFurther() {
        aws.deleteWorkload();

        WorkloadResult result = share(found(), REVIEWS, AUDIT);

        assertThat(result.problem().reason()).isEqualTo(Reason.WORKLOAD_GONE);
        assertThat(result.targets())
                .extracting(TargetOutcome::sharedWith)
                .containsExactly(REVIEWS.principal(), AUDIT.principal());
        assertThat(result.targets())
                .allSatisfy(outcome -> assertThat(outcome.problem()).isNull());
        assertThat(aws.calls()).hasSize(1);
    }

    @Test
    void believesThatAWorkloadIsGoneOnlyWhenTheListSaysSo() {
        aws.before("create", aws::deleteWorkload);

        WorkloadResult result = share(found(), REVIEWS);

        assertThat(result.problem().reason()).isEqualTo(Reason.WORKLOAD_GONE);
        assertThat(aws.calls()).containsExactly("list 999900001111", "create 999900001111", "list 999900001111");
    }

    @Test
    void aBrokenSealIsAProblemOfTheWholeWorkload() {
        aws.letsNobodyIn(Problem.of(Reason.SEAL_BROKEN));

        WorkloadResult result = share(found(), REVIEWS);

        assertThat(result.problem().reason()).isEqualTo(Reason.SEAL_BROKEN);
        assertThat(result.targets()).isEmpty();
    }

    // Several targets

    @Test
    void aTargetThatIsRefusedStopsNoOther() {
        aws.refuses("create 999900001111", Reason.REJECTED_BY_AWS);

        WorkloadResult result = share(found(), REVIEWS, AUDIT);

        assertThat(result.problem()).isNull();
        assertThat(result.targets()).extracting(TargetOutcome::action).containsExactly(Action.NONE, Action.CREATED);
        assertThat(result.targets().getFirst().problem().reason()).isEqualTo(Reason.REJECTED_BY_AWS);
    }

    @Test
    void aTargetInTroubleStopsNoOtherAndIsTriedAgainAlone() {
        aws.isHeldUpBefore("create 999900001111", HeldUpException.Kind.TROUBLE);

        Progress first = sharing(aws, REVIEWS, AUDIT).share(found(), Delivery.FIRST);

        WorkloadFound again = ((Progress.HeldUp) first).record();
        assertThat(again.settled()).singleElement().satisfies(outcome -> assertThat(outcome.sharedWith())
                .isEqualTo(AUDIT.principal()));

        aws.calls().clear();
        WorkloadResult result = whole(sharing(aws, REVIEWS, AUDIT).share(again, Delivery.REPEATED));

        assertThat(result.targets()).extracting(TargetOutcome::action).containsExactly(Action.CREATED, Action.CREATED);
        assertThat(aws.calls())
                .allMatch(call -> call.endsWith(REVIEWS.principal().value()));
    }

    @Test
    void aBugAtOneTargetStopsNoOtherAndLosesNothing() {
        IllegalStateException bug = new IllegalStateException("an answer without a share");
        aws.before("create 999900002222", () -> {
            throw bug;
        });

        Progress.HeldUp heldUp =
                (Progress.HeldUp) sharing(aws, REVIEWS, AUDIT, OU).share(found(), Delivery.FIRST);

        assertThat(heldUp.record().settled())
                .extracting(TargetOutcome::sharedWith)
                .containsExactly(REVIEWS.principal(), OU.principal());
        assertThat(heldUp.why().kind()).isEqualTo(HeldUpException.Kind.TROUBLE);
        assertThat(heldUp.why()).hasCause(bug).hasMessage("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @EnumSource(
            value = HeldUpException.Kind.class,
            names = {"SESSION_OVER", "NO_TURN"})
    void whatHoldsUpOneTargetAndAllOthersTooIsNotTriedWithThem(HeldUpException.Kind kind) {
        aws.isHeldUpBefore("list 999900002222", kind);

        Progress progress = sharing(aws, REVIEWS, AUDIT, OU).share(found(), Delivery.FIRST);

        Progress.HeldUp heldUp = (Progress.HeldUp) progress;
        assertThat(heldUp.why().kind()).isEqualTo(kind);
        assertThat(heldUp.record().settled())
                .extracting(TargetOutcome::sharedWith)
                .containsExactly(REVIEWS.principal());
        assertThat(aws.calls()).noneMatch(call -> call.endsWith(OU.principal().value()));
    }

    @Test
    void isHeldUpAsAWholeWithoutASession() {
        HeldUpException over = new HeldUpException(HeldUpException.Kind.SESSION_OVER, "over");
        aws.letsNobodyIn(over);
        WorkloadFound found = found();

        assertThat(sharing(aws, REVIEWS).share(found, Delivery.FIRST)).isEqualTo(new Progress.HeldUp(found, over));
    }

    @Test
    void keepsWhatWasSettledForATargetThatIsNoneAnyMore() {
        TargetOutcome former = new TargetOutcome(
                Principal.of("999900009999"), Permission.READONLY, Action.CREATED, "share-9", "PENDING", null);

        WorkloadResult result = share(found().with(List.of(former), List.of()), REVIEWS);

        assertThat(result.targets())
                .extracting(TargetOutcome::sharedWith)
                .containsExactly(REVIEWS.principal(), former.sharedWith());
    }

    // At least once

    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void makesNoSecondShareWhenTheAnswerToTheFirstWasLost(Duplicates duplicates, Tokens tokens) {
        AwsInMemory unknown = new AwsInMemory(duplicates, tokens);
        unknown.dropsTheAnswerOf("create");

        Progress first = sharing(unknown, REVIEWS).share(found(), Delivery.FIRST);
        WorkloadFound again = ((Progress.HeldUp) first).record();
        TargetOutcome outcome = only(whole(sharing(unknown, REVIEWS).share(again, Delivery.REPEATED)));

        assertThat(outcome.action()).isEqualTo(Action.CREATED);
        assertThat(outcome.status()).isEqualTo("PENDING");
        assertThat(outcome.shareId()).isEqualTo("share-1");
        assertThat(unknown.sharesWith(REVIEWS)).hasSize(1);
    }

    @Test
    void tellsOfADeletionWhoseAnswerWasLostThatItDeleted() {
        aws.has(REVIEWS, "ACCEPTED");
        aws.dropsTheAnswerOf("delete");

        TargetOutcome outcome = only(untilWhole(aws, found(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY))));

        assertThat(outcome.action()).isEqualTo(Action.DELETED);
        assertThat(aws.writes()).containsExactly("delete share-1");
    }

    @Test
    void tellsOfAnUpdateWhoseAnswerWasLostThatItUpdated() {
        aws.has(target(REVIEWS.principal().value(), Permission.CONTRIBUTOR), "PENDING");
        aws.dropsTheAnswerOf("update");

        assertThat(only(untilWhole(aws, found())).action()).isEqualTo(Action.UPDATED);
        assertThat(aws.writes()).containsExactly("update share-1");
    }

    @Test
    void tellsOfARenewalWhoseDeletionHadNoAnswerThatItRenewed() {
        aws.has(REVIEWS, "EXPIRED");
        aws.dropsTheAnswerOf("delete");

        assertThat(only(untilWhole(aws, found())).action()).isEqualTo(Action.RENEWED);
        assertThat(aws.sharesWith(REVIEWS)).extracting(Share::status).containsExactly("PENDING");
    }

    @ParameterizedTest
    @EnumSource(
            value = HeldUpException.Kind.class,
            names = {"TROUBLE", "SESSION_OVER", "NO_TURN"})
    void tellsOfAShareThatItCouldNotConfirmAtOnceThatItCreatedIt(HeldUpException.Kind kind) {
        aws.after("create", () -> aws.isHeldUpBefore("list", kind));

        assertThat(only(untilWhole(aws, found())).action()).isEqualTo(Action.CREATED);
        assertThat(aws.writes()).containsExactly("create 999900001111");
    }

    /** The request had no effect, and meanwhile somebody else has made another share. */
    @Test
    void takesNoShareForItsOwnThatAllowsSomethingElse() {
        aws.isHeldUpBefore("create", HeldUpException.Kind.TROUBLE);
        WorkloadFound again = ((Progress.HeldUp) sharing(aws, REVIEWS).share(found(), Delivery.FIRST)).record();
        aws.has(target(REVIEWS.principal().value(), Permission.CONTRIBUTOR), "ACCEPTED");

        assertThat(only(untilWhole(aws, again)).action()).isEqualTo(Action.NONE);
    }

    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void sharesAfreshWhenTheDeletionWasAnsweredAndTheCreationWasNot(Duplicates duplicates, Tokens tokens) {
        AwsInMemory unknown = new AwsInMemory(duplicates, tokens);
        unknown.has(REVIEWS, "EXPIRED");
        unknown.isHeldUpBefore("create", HeldUpException.Kind.TROUBLE);

        Progress first = sharing(unknown, REVIEWS).share(found(), Delivery.FIRST);
        WorkloadFound again = ((Progress.HeldUp) first).record();
        TargetOutcome outcome = only(whole(sharing(unknown, REVIEWS).share(again, Delivery.REPEATED)));

        assertThat(outcome.action()).isEqualTo(Action.RENEWED);
        assertThat(unknown.sharesWith(REVIEWS)).extracting(Share::status).containsExactly("PENDING");
    }

    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void tellsOfARenewalWhoseAnswerWasLostThatItRenewed(Duplicates duplicates, Tokens tokens) {
        AwsInMemory unknown = new AwsInMemory(duplicates, tokens);
        unknown.has(REVIEWS, "EXPIRED");
        unknown.dropsTheAnswerOf("create");

        Progress first = sharing(unknown, REVIEWS).share(found(), Delivery.FIRST);
        WorkloadFound again = ((Progress.HeldUp) first).record();
        TargetOutcome outcome = only(whole(sharing(unknown, REVIEWS).share(again, Delivery.REPEATED)));

        assertThat(outcome.action()).isEqualTo(Action.RENEWED);
        assertThat(outcome.shareId()).isEqualTo("share-2");
        assertThat(unknown.sharesWith(REVIEWS)).hasSize(1);
    }

    @Test
    void tellsOfTheDeletionOfTheFirstOfTwoSharesThatItDeletedBoth() {
        AwsInMemory duplicating = new AwsInMemory(Duplicates.ALLOWED, Tokens.REMEMBERED);
        duplicating.has(REVIEWS, "ACCEPTED");
        duplicating.has(REVIEWS, "ACCEPTED");
        duplicating.isHeldUpBefore("delete share-2", HeldUpException.Kind.TROUBLE);
        WorkloadFound found = found(Envelope.of("sweep-1", Purpose.UNSHARE, Mode.APPLY));

        Progress first = sharing(duplicating, REVIEWS).share(found, Delivery.FIRST);
        WorkloadFound again = ((Progress.HeldUp) first).record();
        TargetOutcome outcome = only(whole(sharing(duplicating, REVIEWS).share(again, Delivery.REPEATED)));

        assertThat(outcome.action()).isEqualTo(Action.DELETED);
        assertThat(duplicating.sharesWith(REVIEWS)).isEmpty();
    }

    /** Who waits for a turn, or for another session, comes back within seconds: too soon for a list. */
    @ParameterizedTest
    @EnumSource(
            value = HeldUpException.Kind.class,
            names = {"SESSION_OVER", "NO_TURN"})
    void restsForAListWhateverHoldsUpTheNextTarget(HeldUpException.Kind kind) {
        aws.hidesNewShares();
        aws.isHeldUpBefore("create 999900002222", kind);

        Progress progress = sharing(aws, REVIEWS, AUDIT).share(found(), Delivery.REPEATED);

        assertThat(((Progress.HeldUp) progress).why().kind()).isEqualTo(HeldUpException.Kind.TROUBLE);
    }

    @Test
    void tellsOfATargetThatItBeganWithOnceThoughItsRegionIsNotEnabledAnyMore() {
        aws.has(REVIEWS, "EXPIRED");
        aws.isHeldUpBefore("create", HeldUpException.Kind.TROUBLE);
        WorkloadFound again = ((Progress.HeldUp) sharing(aws, REVIEWS).share(found(), Delivery.FIRST)).record();

        Progress progress =
                new WorkloadSharing(List.of(REVIEWS), DEFAULTS, aws, (_, _) -> true).share(again, Delivery.REPEATED);

        assertThat(only(whole(progress)).action()).isEqualTo(Action.RENEWED);
    }

    @Test
    void tellsWhatItDidWhenNoFurtherAttemptFollows() {
        aws.has(REVIEWS, "EXPIRED");
        aws.isHeldUpBefore("create", HeldUpException.Kind.TROUBLE);

        Progress first = sharing(aws, REVIEWS).share(found(), Delivery.FIRST);

        WorkloadFound left = ((Progress.HeldUp) first).record();
        assertThat(TerminalOutcome.of(left, Problem.of(Reason.RETRIES_EXHAUSTED)))
                .isInstanceOfSatisfying(WorkloadResult.class, result -> assertThat(result.targets())
                        .extracting(TargetOutcome::action)
                        .containsExactly(Action.DELETED));
    }

    @Test
    void remembersWhatItDidForATargetThatAnotherHoldsUp() {
        aws.has(AUDIT, "EXPIRED");
        aws.isHeldUpBefore("create 999900002222", HeldUpException.Kind.TROUBLE);
        WorkloadFound first = ((Progress.HeldUp) sharing(aws, REVIEWS, AUDIT).share(found(), Delivery.FIRST)).record();
        aws.letsNobodyIn(new HeldUpException(HeldUpException.Kind.SESSION_OVER, "over"));
        WorkloadFound second =
                ((Progress.HeldUp) sharing(aws, REVIEWS, AUDIT).share(first, Delivery.REPEATED)).record();

        assertThat(second.unsettled())
                .containsExactly(new UnsettledTarget(
                        AUDIT.principal(), Permission.CONTRIBUTOR, Action.DELETED, "share-1", null, Action.CREATED));
    }

    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void isNotTakenInByAShareThatAwsRemembersAndSomebodyDeleted(Duplicates duplicates, Tokens tokens) {
        AwsInMemory unknown = new AwsInMemory(duplicates, tokens);
        String first = only(whole(sharing(unknown, REVIEWS).share(found(), Delivery.FIRST)))
                .shareId();
        unknown.remove(first);

        TargetOutcome outcome = only(untilWhole(unknown, tried(found())));

        assertThat(unknown.sharesWith(REVIEWS)).extracting(Share::id).containsExactly(outcome.shareId());
        assertThat(outcome.shareId()).isNotEqualTo(first);
        assertThat(outcome.action()).isEqualTo(Action.CREATED);
    }

    /** As the retry ladder does, without its pauses. */
    private static WorkloadResult untilWhole(AwsInMemory aws, WorkloadFound found) {
        Progress progress = sharing(aws, REVIEWS).share(found, Delivery.REPEATED);
        for (int rung = 0;
                rung < Topic.RUNGS && progress instanceof Progress.HeldUp(WorkloadFound soFar, var _);
                rung++) {
            progress = sharing(aws, REVIEWS).share(tried(soFar), Delivery.REPEATED);
        }
        return whole(progress);
    }

    private static WorkloadFound tried(WorkloadFound found) {
        return (WorkloadFound) found.withEnvelope(found.envelope().nextAttempt());
    }

    @Test
    void waitsForAShareThatTheListMayNotHaveYet() {
        AwsInMemory remembering = new AwsInMemory(Duplicates.ALLOWED, Tokens.REMEMBERED);
        String first = only(whole(sharing(remembering, REVIEWS).share(found(), Delivery.FIRST)))
                .shareId();
        remembering.remove(first);

        assertThat(sharing(remembering, REVIEWS).share(found(), Delivery.REPEATED))
                .isInstanceOfSatisfying(Progress.HeldUp.class, held -> {
                    assertThat(held.why().kind()).isEqualTo(HeldUpException.Kind.TROUBLE);
                    assertThat(held.why()).hasMessageContaining(first);
                });
        assertThat(remembering.sharesWith(REVIEWS)).isEmpty();
    }

    @Test
    void saysOfAShareThatTheListHadLateThatItMadeIt() {
        aws.hidesNewShares();
        Progress first = sharing(aws, REVIEWS).share(tried(found()), Delivery.REPEATED);
        WorkloadFound waiting = ((Progress.HeldUp) first).record();
        aws.showsAll();

        TargetOutcome outcome = only(whole(sharing(aws, REVIEWS).share(tried(waiting), Delivery.REPEATED)));

        assertThat(outcome.action()).isEqualTo(Action.CREATED);
        assertThat(outcome.shareId()).isEqualTo("share-1");
        assertThat(aws.writes()).hasSize(1);
    }

    /** What came before the first create, however often, tells nothing of how long the list has had. */
    @ParameterizedTest
    @MethodSource("unknownBehaviours")
    void makesNoSecondShareForWantOfAListThatHasTheFirst(Duplicates duplicates, Tokens tokens) {
        AwsInMemory slow = new AwsInMemory(duplicates, tokens);
        slow.hidesNewShares();

        Progress progress = sharing(slow, REVIEWS).share(tried(tried(found())), Delivery.REPEATED);

        assertThat(progress).isInstanceOfSatisfying(Progress.HeldUp.class, held -> assertThat(
                        held.record().unsettled())
                .extracting(UnsettledTarget::awaited)
                .containsExactly("share-1"));
        assertThat(slow.writes()).hasSize(1);
    }

    @Test
    void confirmsWithOneListWhatItCreatedForARecordThatComesAgain() {
        only(whole(sharing(aws, REVIEWS).share(found(), Delivery.REPEATED)));

        assertThat(aws.calls()).containsExactly("list 999900001111", "create 999900001111", "list 999900001111");
    }

    @Test
    void changesNothingWhenTheSameRecordComesFiveTimes() {
        for (int i = 0; i < 5; i++) {
            share(found(), REVIEWS, AUDIT);
        }

        assertThat(aws.writes()).containsExactly("create 999900001111", "create 999900002222");
    }

    /** The second does not look before the first has made its share. */
    @Test
    @Timeout(60)
    void makesNoSecondShareForARecordThatComesAtTheSameTime() throws InterruptedException {
        AwsInMemory generous = new AwsInMemory(Duplicates.ALLOWED, Tokens.REMEMBERED);
        WorkloadSharing sharing = sharing(generous, REVIEWS);
        WorkloadFound ofAnotherSweep = found(Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY));
        Thread second = Thread.ofPlatform().unstarted(() -> sharing.share(ofAnotherSweep, Delivery.FIRST));
        generous.before("create", () -> {
            second.start();
            while (second.getState() != Thread.State.WAITING && second.isAlive()) {
                Thread.onSpinWait();
            }
        });

        sharing.share(found(), Delivery.FIRST);
        second.join();

        assertThat(generous.sharesWith(REVIEWS)).hasSize(1);
    }

    @Test
    void asksNothingAboutATargetWhoseAccountHasNotEnabledTheRegion() {
        WorkloadSharing sharing = new WorkloadSharing(
                List.of(REVIEWS),
                DEFAULTS,
                aws,
                (account, region) -> REVIEWS.isOf(account) && region.equals(found().region()));

        TargetOutcome outcome = only(whole(sharing.share(found(), Delivery.FIRST)));

        assertThat(outcome.action()).isEqualTo(Action.NONE);
        assertThat(outcome.problem().reason()).isEqualTo(Reason.TARGET_REGION_NOT_ENABLED);
        assertThat(aws.calls()).isEmpty();
    }

    static Stream<Arguments> unknownBehaviours() {
        return Stream.of(Duplicates.values())
                .flatMap(duplicates -> Stream.of(Tokens.values()).map(tokens -> Arguments.of(duplicates, tokens)));
    }

    private void sharedWithOthers(int others) {
        for (int i = 0; i < others; i++) {
            aws.has(target("%012d".formatted(100 + i), Permission.READONLY), "ACCEPTED");
        }
    }

    private WorkloadResult share(WorkloadFound found, Target... targets) {
        return whole(sharing(aws, targets).share(found, Delivery.FIRST));
    }

    private static WorkloadSharing sharing(AwsInMemory aws, Target... targets) {
        return new WorkloadSharing(List.of(targets), DEFAULTS, aws, (_, _) -> false);
    }

    private static WorkloadResult whole(Progress progress) {
        return ((Progress.Whole) progress).result();
    }

    private static TargetOutcome only(WorkloadResult result) {
        assertThat(result.problem()).isNull();
        assertThat(result.targets()).hasSize(1);
        return result.targets().getFirst();
    }

    private static Target target(String principal, Permission permission) {
        return new Target(Principal.of(principal), permission);
    }

    private static WorkloadFound found() {
        return found(Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY));
    }

    private static WorkloadFound found(Envelope envelope) {
        Workload workload = new Workload(
                "0123456789abcdef0123456789abcdef",
                "arn:aws:wellarchitected:eu-west-1:123456789012:workload/0123456789abcdef0123456789abcdef",
                "Shop",
                null,
                null,
                null,
                null);
        return new WorkloadFound(envelope, AccountId.of("123456789012"), Region.of("eu-west-1"), workload, null, null);
    }
}
