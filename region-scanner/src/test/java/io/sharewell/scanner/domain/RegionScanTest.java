package io.sharewell.scanner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Grant;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegionScanTest {

    private static final String ACCOUNT = "123456789012";
    private static final String FOREIGNER = "999900001111";

    private final UnitInMemory aws = new UnitInMemory();
    private final RegionScan scan = new RegionScan(_ -> aws.open());

    /** In a large organization that begins to share, more wait than a record can name. */
    @Test
    void takesALimitedNumberOfInvitationsAtOnceAndNotAlwaysTheSame() {
        aws.hasInvitations(12_000, "WORKLOAD");

        List<Event> events = scan.of(unit(Purpose.ACCEPT));
        List<Event> again = scan.of(unit(Purpose.ACCEPT));
        List<Event> ofTheNextSweep = scan.of(unit(Envelope.of("sweep-2", Purpose.ACCEPT, Mode.APPLY)));

        assertThat(events).hasSize(10_000 + 1);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .hasSize(10_000));
        assertThat(again).isEqualTo(events);
        assertThat(invited(ofTheNextSweep)).hasSize(10_000).isNotEqualTo(invited(events));
        assertThat(RegionScan.leavesOthers(events)).isTrue();
    }

    @Test
    void findsAnInvitationToAWorkloadBehindAnyNumberOfOthers() {
        aws.hasInvitations(10_000, "LENS");
        aws.invitationPages.add(List.of(invitation(10_000)));

        List<Event> events = scan.of(unit(Purpose.ACCEPT));

        assertThat(invited(events)).contains("i-10000").hasSize(1 + 1_000);
        assertThat(RegionScan.leavesOthers(events)).isTrue();
    }

    /** All that is shared with the reviews account is listed there, too. */
    @Test
    void scansAnAccountThatSeesTheWorkloadsOfAllOthers() {
        ListedWorkload foreign = new ListedWorkload(FOREIGNER, workload(1));
        IntStream.range(0, 2_000).forEach(_ -> aws.workloadPages.add(Collections.nCopies(50, foreign)));

        assertThat(scan.of(unit(Purpose.SHARE)))
                .singleElement()
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Purpose.class,
            names = {"SHARE", "UNSHARE"})
    void findsTheWorkloadsOfAllPages(Purpose purpose) {
        aws.workloadPages.add(page(owned(1), owned(2)));
        aws.workloadPages.add(page(owned(3)));

        List<Event> events = scan.of(unit(purpose));

        assertThat(foundIds(events)).containsExactly("w-1", "w-2", "w-3");
        assertThat(events.getLast())
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .containsExactly("w-1", "w-2", "w-3"));
    }

    @Test
    void goesOnThroughAnEmptyPageUntilThereIsNoToken() {
        aws.workloadPages.add(page());
        aws.workloadPages.add(page(owned(1)));
        aws.workloadPages.add(page());
        aws.workloadPages.add(page(owned(2)));

        assertThat(foundIds(scan.of(unit(Purpose.SHARE)))).containsExactly("w-1", "w-2");
    }

    @Test
    void leavesOutWhatIsOnlySharedWithTheAccount() {
        aws.workloadPages.add(page(owned(1), new ListedWorkload(FOREIGNER, workload(2))));

        List<Event> events = scan.of(unit(Purpose.SHARE));

        assertThat(foundIds(events)).containsExactly("w-1");
        assertThat(events.getLast())
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .containsExactly("w-1"));
    }

    @Test
    void namesAWorkloadOnceThatIsOnTwoPages() {
        aws.workloadPages.add(page(owned(1), owned(2)));
        aws.workloadPages.add(page(owned(2), owned(3)));

        assertThat(foundIds(scan.of(unit(Purpose.SHARE)))).containsExactly("w-1", "w-2", "w-3");
    }

    @Test
    void saysThatARegionWithoutWorkloadsIsScanned() {
        aws.workloadPages.add(page());

        assertThat(scan.of(unit(Purpose.SHARE)))
                .singleElement()
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .isEmpty());
    }

    @Test
    void handsOnSessionAndGrantAndStartsTheCountersAnew() {
        aws.workloadPages.add(page(owned(1)));
        AccountSessionOpened unit =
                unit(Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY).nextAttempt());

        WorkloadFound found = (WorkloadFound) scan.of(unit).getFirst();

        assertThat(found.session()).isEqualTo(unit.session());
        assertThat(found.grant()).isEqualTo(unit.grant());
        assertThat(found.envelope().attempt()).isZero();
        assertThat(found.envelope().sweepId()).isEqualTo("sweep-1");
        assertThat(found.settled()).isEmpty();
    }

    @Test
    void findsTheInvitationsOfAllPagesInAnAcceptingSweep() {
        aws.invitationPages.add(List.of(invitation(1)));
        aws.invitationPages.add(List.of());
        aws.invitationPages.add(List.of(invitation(2)));

        List<Event> events = scan.of(unit(Purpose.ACCEPT));

        assertThat(events.subList(0, 2))
                .extracting(event -> ((InvitationFound) event).invitation())
                .containsExactlyInAnyOrder(invitation(1), invitation(2));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(RegionScanned.class, scanned -> assertThat(scanned.workloadIds())
                        .containsExactlyInAnyOrder("i-1", "i-2"));
        assertThat(RegionScan.leavesOthers(events)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"REGION_NOT_ENABLED", "DENIED_BY_SCP"})
    void skipsARegionThatSomebodyDoesNotWant(Reason reason) {
        aws.refusal = Problem.of(reason);

        assertThat(scan.of(unit(Purpose.SHARE)))
                .singleElement()
                .isInstanceOfSatisfying(RegionSkipped.class, skipped -> assertThat(skipped.problem())
                        .isEqualTo(aws.refusal));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DENIED", "TOKEN_REJECTED", "UNEXPECTED", "REJECTED_BY_AWS"})
    void aRefusalIsNeverAnEmptyList(Reason reason) {
        aws.refusal = Problem.of(reason);

        assertThat(scan.of(unit(Purpose.SHARE)))
                .singleElement()
                .isInstanceOfSatisfying(RegionFailed.class, failed -> assertThat(failed.problem())
                        .isEqualTo(aws.refusal));
    }

    @Test
    void saysNothingOfTheFirstPagesWhenALaterOneIsRefused() {
        aws.workloadPages.add(page(owned(1)));
        aws.workloadPages.add(page(owned(2)));
        aws.refusal = Problem.of(Reason.DENIED);
        aws.refusedFrom = 1;

        assertThat(scan.of(unit(Purpose.SHARE))).singleElement().isInstanceOf(RegionFailed.class);
    }

    @Test
    void saysNothingAtAllWhenALaterPageMeetsTrouble() {
        aws.workloadPages.add(page(owned(1)));
        aws.workloadPages.add(page(owned(2)));
        aws.trouble = new HeldUpException(Kind.TROUBLE, "throttled");

        assertThatThrownBy(() -> scan.of(unit(Purpose.SHARE))).isSameAs(aws.trouble);
    }

    @Test
    void doesNotGoRoundInCirclesWhenATokenComesTwice() {
        IntStream.range(0, 3).forEach(i -> aws.workloadPages.add(page(owned(i))));
        aws.sameTokenAlways = true;

        assertThatThrownBy(() -> scan.of(unit(Purpose.SHARE)))
                .isInstanceOfSatisfying(
                        HeldUpException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TROUBLE));
    }

    @Test
    void aBrokenSealFailsTheRegion() {
        aws.brokenSeal = Problem.of(Reason.SEAL_BROKEN);

        assertThat(scan.of(unit(Purpose.SHARE)))
                .singleElement()
                .isInstanceOfSatisfying(
                        RegionFailed.class,
                        failed -> assertThat(failed.problem().reason()).isEqualTo(Reason.SEAL_BROKEN));
    }

    private static List<String> foundIds(List<Event> events) {
        return events.stream()
                .filter(WorkloadFound.class::isInstance)
                .map(event -> ((WorkloadFound) event).workload().id())
                .toList();
    }

    private static Set<String> invited(List<Event> events) {
        return events.stream()
                .filter(InvitationFound.class::isInstance)
                .map(event -> ((InvitationFound) event).invitation().id())
                .collect(Collectors.toSet());
    }

    private static List<ListedWorkload> page(ListedWorkload... workloads) {
        return List.of(workloads);
    }

    private static ListedWorkload owned(int number) {
        return new ListedWorkload(ACCOUNT, workload(number));
    }

    private static Workload workload(int number) {
        return new Workload("w-" + number, "arn-" + number, "Shop " + number, null, null, null, null);
    }

    private static Invitation invitation(int number) {
        return invitation(number, "WORKLOAD");
    }

    private static Invitation invitation(int number, String resourceType) {
        return new Invitation("i-" + number, FOREIGNER, "READONLY", resourceType, "Shop", null);
    }

    private static AccountSessionOpened unit(Purpose purpose) {
        return unit(Envelope.of("sweep-1", purpose, Mode.APPLY));
    }

    private static AccountSessionOpened unit(Envelope envelope) {
        return new AccountSessionOpened(
                envelope,
                AccountId.of(ACCOUNT),
                Region.of("eu-west-1"),
                null,
                new SealedSession("session-1", "sealed", Instant.EPOCH),
                new Grant("mac", Instant.EPOCH));
    }

    /** The Well-Architected Tool of one account in one Region. */
    private static final class UnitInMemory implements UnitReader {

        private final List<List<ListedWorkload>> workloadPages = new ArrayList<>();
        private final List<List<Invitation>> invitationPages = new ArrayList<>();
        private Problem brokenSeal;
        private Problem refusal;
        private int refusedFrom;
        private HeldUpException trouble;
        private boolean sameTokenAlways;

        void hasInvitations(int count, String resourceType) {
            for (int first = 0; first < count; first += 1_000) {
                invitationPages.add(IntStream.range(first, first + 1_000)
                        .mapToObj(number -> invitation(number, resourceType))
                        .toList());
            }
        }

        Answer<UnitReader> open() {
            return brokenSeal == null ? new Answer.Given<>(this) : new Answer.Refused<>(brokenSeal);
        }

        @Override
        public Answer<Page<ListedWorkload>> workloads(Optional<String> token) {
            return page(workloadPages, token);
        }

        @Override
        public Answer<Page<Invitation>> invitations(Optional<String> token) {
            return page(invitationPages, token);
        }

        private <T> Answer<Page<T>> page(List<List<T>> pages, Optional<String> token) {
            int number = token.map(Integer::parseInt).orElse(0);
            if (trouble != null && number == pages.size() - 1) {
                throw trouble;
            }
            if (refusal != null && number >= refusedFrom) {
                return new Answer.Refused<>(refusal);
            }
            Optional<String> next = number + 1 < pages.size()
                    ? Optional.of(sameTokenAlways ? "1" : "" + (number + 1))
                    : Optional.empty();
            return new Answer.Given<>(new Page<>(pages.get(number), next));
        }
    }
}
