package io.sharewell.writer.aws;

import static io.sharewell.writer.aws.OwnerAccount.FULL;
import static io.sharewell.writer.aws.OwnerAccount.REVIEWS;
import static io.sharewell.writer.aws.OwnerAccount.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.events.Action;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.WorkloadFound;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.AcceptedShareUpdate;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.Behaviours.DuplicateShares;
import io.sharewell.simulator.organization.Behaviours.EmptyPages;
import io.sharewell.simulator.organization.Behaviours.ForeignShareList;
import io.sharewell.simulator.organization.Behaviours.SelfShare;
import io.sharewell.simulator.organization.Behaviours.StateMembers;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.writer.domain.Delivery;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import io.sharewell.writer.domain.Progress;
import io.sharewell.writer.domain.WorkloadSharing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Workloads with a share in every state there is, against a simulated AWS in each of the ways that the real one may be:
 * what a plan says is what is done then, and no workload ends with two live shares for one target.
 */
class ShareLifeTest {

    private static final Set<String> LIVE = Set.of("ACCEPTED", "PENDING", "ASSOCIATING", "ASSOCIATED");
    private static final Map<Action, Action> DONE_AS_PLANNED = Map.of(
            Action.NONE, Action.NONE,
            Action.WOULD_CREATE, Action.CREATED,
            Action.WOULD_UPDATE, Action.UPDATED,
            Action.WOULD_RENEW, Action.RENEWED,
            Action.WOULD_DELETE, Action.DELETED);
    private static final Policies DEFAULTS =
            new Policies(OnExpired.RENEW, OnRefused.REPORT, OnFailed.REPORT, OnPermissionDifference.REPORT);
    private static final Policies OTHERS =
            new Policies(OnExpired.REPORT, OnRefused.INVITE_AGAIN, OnFailed.RENEW, OnPermissionDifference.UPDATE);

    static Stream<Behaviours> behaviours() {
        return Stream.of(DuplicateShares.values()).flatMap(duplicates -> Stream.of(DeletedShareTokens.values())
                .flatMap(tokens -> Stream.of(AcceptedShareUpdate.values())
                        .map(update -> Behaviours.DEFAULTS.with(duplicates, tokens, update))));
    }

    /** Half of them with the other value of every switch that should not matter to a writer at all. */
    static Stream<Arguments> worlds() {
        return behaviours().flatMap(behaviours -> Stream.of(DEFAULTS, OTHERS).flatMap(policies -> Stream.of(
                        Permission.READONLY, Permission.CONTRIBUTOR)
                .map(wanted -> Arguments.of(policies == OTHERS ? flipped(behaviours) : behaviours, policies, wanted))));
    }

    private static Behaviours flipped(Behaviours behaviours) {
        return behaviours.with(StateMembers.STATUS, ForeignShareList.NOT_FOUND, SelfShare.ALLOWED, EmptyPages.ALWAYS);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void endsAsPlannedWithOneLiveShareAtMost(Behaviours behaviours, Policies policies, Permission wanted) {
        try (OwnerAccount owner = new OwnerAccount(behaviours, policies, wanted)) {
            Map<String, TargetOutcome> planned = owner.settle("plan", Purpose.SHARE, Mode.PLAN);
            assertThat(owner.writes()).isZero();

            Map<String, TargetOutcome> done = owner.settle("first", Purpose.SHARE, Mode.APPLY);
            assertDoneAsPlanned(planned, done);
            assertThat(done.get(FULL).problem().reason()).isEqualTo(Reason.QUOTA_REACHED);
            assertOneShareAtMost(owner);
            owner.sharesWith(REVIEWS).forEach((workload, shares) -> {
                JsonNode share = shares.getFirst();
                assertThat(done.get(workload).shareId())
                        .isEqualTo(share.path("shareId").asText());
                assertThat(done.get(workload).status())
                        .isEqualTo(share.path("status").asText());
            });

            owner.forgetCalls();
            owner.settle("second", Purpose.SHARE, Mode.APPLY);
            assertThat(owner.writes()).as("nothing is left to do").isZero();

            assertDoneAsPlanned(
                    owner.settle("plan-unshare", Purpose.UNSHARE, Mode.PLAN),
                    owner.settle("unshare", Purpose.UNSHARE, Mode.APPLY));
            assertThat(owner.sharesWith(REVIEWS)).isEmpty();
            assertThat(owner.sharesWith(STRANGER)).as("others' shares").hasSize(owner.size());
        }
    }

    @ParameterizedTest
    @EnumSource(DeletedShareTokens.class)
    void createsAgainWhatWasDeletedBehindItsBack(DeletedShareTokens tokens) {
        try (OwnerAccount owner = new OwnerAccount(Behaviours.DEFAULTS.with(tokens), DEFAULTS, Permission.READONLY)) {
            String created =
                    owner.settle("first", Purpose.SHARE, Mode.APPLY).get("none").shareId();
            owner.admin().delete("shares/" + created);

            TargetOutcome again =
                    owner.settle("second", Purpose.SHARE, Mode.APPLY).get("none");

            assertThat(again.action()).isEqualTo(Action.CREATED);
            assertThat(again.shareId()).isNotEqualTo(created);
            assertThat(owner.sharesWith(REVIEWS).get("none")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void invitesAnewAfterEightDaysAndOnce(Behaviours behaviours) {
        try (OwnerAccount owner = new OwnerAccount(behaviours, DEFAULTS, Permission.READONLY)) {
            owner.settle("first", Purpose.SHARE, Mode.APPLY);
            owner.admin().post("clock", "{\"advance\":\"P8D\"}");

            TargetOutcome renewed =
                    owner.settle("second", Purpose.SHARE, Mode.APPLY).get("none");

            assertThat(renewed.action()).isEqualTo(Action.RENEWED);
            JsonNode invitations = owner.admin().get("invitations");
            assertThat(invitations
                            .valueStream()
                            .filter(it -> it.toString().contains("\"none\""))
                            .filter(it -> it.toString().contains("\"PENDING\"")))
                    .as("live invitations to the workload, as the reviews account sees them: %s", invitations)
                    .hasSize(1);
            assertOneShareAtMost(owner);
        }
    }

    /** Lists may take their time to have a new share, and meanwhile a record may be delivered again. */
    @ParameterizedTest
    @MethodSource("behaviours")
    void makesNoSecondShareThoughListsDoNotHaveTheFirstYet(Behaviours behaviours) {
        EventualConsistency late = new EventualConsistency(null, null, Duration.ofHours(1));
        try (OwnerAccount owner = new OwnerAccount(behaviours.with(late), DEFAULTS, Permission.READONLY)) {
            List<WorkloadFound> found = owner.found("first", Purpose.SHARE, Mode.APPLY).stream()
                    .filter(it -> it.workload().name().startsWith("none"))
                    .toList();
            found.forEach(it -> owner.writer().share(it, Delivery.FIRST));
            found.forEach(it -> owner.writer().share(it, Delivery.REPEATED));
            assertOneShareAtMost(owner);

            owner.admin().post("clock", "{\"advance\":\"PT2H\"}");
            owner.settle("second", Purpose.SHARE, Mode.APPLY);
            owner.forgetCalls();
            owner.admin().post("clock", "{\"advance\":\"PT2H\"}");
            owner.settle("third", Purpose.SHARE, Mode.APPLY);

            assertThat(owner.writes()).as("nothing is left to do").isZero();
            assertOneShareAtMost(owner);
        }
    }

    /** Where AWS allows duplicates, the work on an account and Region has to be one writer's; Kafka's keys see to it. */
    @ParameterizedTest
    @CsvSource({"REFUSED, 2", "ALLOWED, 1"})
    void twoSweepsAtOnceMakeOneShareThoughAnswersAreLost(DuplicateShares duplicates, int size) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed of the schedule: " + seed);
        Behaviours behaviours = Behaviours.DEFAULTS.with(duplicates);
        try (OwnerAccount owner = new OwnerAccount(behaviours, DEFAULTS, Permission.READONLY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            owner.admin()
                    .post(
                            "faults",
                            "{\"id\":\"lost\",\"service\":\"wellarchitected\",\"operation\":\"CreateWorkloadShare\","
                                    + "\"kind\":\"dropAfter\",\"probability\":0.2,\"seed\":" + (seed & 0xffff) + "}");
            List<WorkloadSharing> writers =
                    Stream.generate(owner::writer).limit(size).toList();
            List<WorkloadFound> deliveries = new ArrayList<>();
            for (String sweep : List.of("sweep-1", "sweep-2")) {
                for (int time = 0; time < 3; time++) {
                    deliveries.addAll(owner.found(sweep, Purpose.SHARE, Mode.APPLY));
                }
            }
            Random random = new Random(seed);
            Collections.shuffle(deliveries, random);

            List<Future<?>> all = new ArrayList<>();
            for (WorkloadFound found : deliveries) {
                WorkloadSharing writer = writers.get(random.nextInt(writers.size()));
                all.add(threads.submit(() -> untilWhole(writer, found)));
            }
            for (Future<?> one : all) {
                one.get();
            }

            assertOneShareAtMost(owner);
            owner.admin().delete("faults");
            owner.forgetCalls();
            owner.settle("further", Purpose.SHARE, Mode.APPLY);
            assertThat(owner.writes()).as("a further sweep finds nothing to do").isZero();
            assertThat(owner.sharesWith(REVIEWS)).hasSize(owner.size() - 1).doesNotContainKey(FULL);
        }
    }

    /** As the retry ladder does, without its pauses. */
    private static void untilWhole(WorkloadSharing writer, WorkloadFound found) {
        Progress progress = writer.share(found, Delivery.REPEATED);
        while (progress instanceof Progress.HeldUp(WorkloadFound soFar, var _)) {
            progress = writer.share(tried(soFar), Delivery.REPEATED);
        }
    }

    private static WorkloadFound tried(WorkloadFound found) {
        return (WorkloadFound) found.withEnvelope(found.envelope().nextAttempt());
    }

    private static void assertOneShareAtMost(OwnerAccount owner) {
        assertThat(owner.sharesWith(REVIEWS)).allSatisfy((workload, shares) -> {
            assertThat(shares.stream()
                            .filter(share -> LIVE.contains(share.path("status").asText())))
                    .as("live shares of %s", workload)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(shares).as("shares of %s", workload).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static void assertDoneAsPlanned(Map<String, TargetOutcome> planned, Map<String, TargetOutcome> done) {
        assertThat(done).hasSameSizeAs(planned).allSatisfy((workload, outcome) -> {
            assertThat(outcome.action())
                    .as(workload)
                    .isEqualTo(DONE_AS_PLANNED.get(planned.get(workload).action()));
            assertThat(outcome.problem())
                    .as(workload)
                    .isEqualTo(planned.get(workload).problem());
        });
    }
}
