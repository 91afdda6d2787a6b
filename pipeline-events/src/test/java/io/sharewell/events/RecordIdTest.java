package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.WorkloadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The {@code ce_id}: one statement, one id. */
class RecordIdTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/pinned-ids.csv")
    void staysWhatItHasAlwaysBeen(String ceType, String id) {
        assertThat(EventCodec.id(Golden.event(EventType.of(ceType)))).isEqualTo(id);
    }

    @Test
    void isPinnedForEveryType() throws IOException {
        try (InputStream pinned = getClass().getResourceAsStream("/pinned-ids.csv")) {
            assertThat(new String(pinned.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.split(",")[0]))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                            .map(EventType::ceType)
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isANameBasedUuid(EventType type) {
        UUID id = UUID.fromString(EventCodec.id(Samples.of(type)));

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isTheSameForTheSameStatementMadeTwice(EventType type) {
        assertThat(EventCodec.id(Samples.of(type))).isEqualTo(EventCodec.id(Golden.event(type)));
    }

    @Test
    void differsByType() {
        Problem problem = Problem.of(Reason.DENIED);

        assertThat(EventCodec.id(new RegionFailed(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, problem)))
                .isNotEqualTo(
                        EventCodec.id(new RegionSkipped(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, problem)));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void differsBySweepPurposeModeAndReplay(EventType type) {
        Event event = Samples.of(type);
        Envelope was = event.envelope();
        Set<String> ids = new HashSet<>();

        ids.add(EventCodec.id(event));
        ids.add(EventCodec.id(withEnvelope(event, Envelope.of("another-sweep", was.purpose(), was.mode()))));
        ids.add(EventCodec.id(withEnvelope(event, Envelope.of(was.sweepId(), Purpose.UNSHARE, was.mode()))));
        ids.add(EventCodec.id(withEnvelope(event, Envelope.of(was.sweepId(), was.purpose(), otherThan(was.mode())))));
        ids.add(EventCodec.id(withEnvelope(event, was.replayedAs("another-replay"))));

        assertThat(ids).hasSize(5);
    }

    private static Mode otherThan(Mode mode) {
        return mode == Mode.PLAN ? Mode.APPLY : Mode.PLAN;
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isTheSameHoweverOftenItWasTriedAndRenewed(EventType type) {
        Event event = Samples.of(type);
        Envelope was = event.envelope();
        Envelope tried = was.nextAttempt().nextAttempt().renewed(3, Instant.parse("2026-11-22T00:00:00Z"));

        assertThat(EventCodec.id(withEnvelope(event, tried))).isEqualTo(EventCodec.id(event));
    }

    @Test
    void isTheSameWithAnotherSealGrantAndExpiry() {
        Duration later = Duration.ofHours(1);
        SealedSession session = new SealedSession(
                "session-2", "c2VhbA==", Samples.SESSION.expiresAt().plus(later));
        Grant grant = new Grant("bWFj", Samples.GRANT.validUntil().plus(later));

        for (EventType type :
                List.of(EventType.ACCOUNT_SESSION_OPENED, EventType.WORKLOAD_FOUND, EventType.INVITATION_FOUND)) {
            SessionRecord record = (SessionRecord) Samples.of(type);
            String id = EventCodec.id(record);
            assertThat(EventCodec.id(record.with(record.envelope(), session, grant)))
                    .isEqualTo(id);
            assertThat(EventCodec.id(record.withoutSession())).isEqualTo(id);
        }
    }

    @Test
    void isTheSameWithOtherTargetsSettled() {
        WorkloadFound found = (WorkloadFound) Samples.of(EventType.WORKLOAD_FOUND);

        assertThat(EventCodec.id(found.with(List.of(), List.of()))).isEqualTo(EventCodec.id(found));
    }

    @Test
    void isTheSameAtAnotherTime() {
        SweepStarted started = (SweepStarted) Samples.of(EventType.SWEEP_STARTED);
        SweepCompleted completed = (SweepCompleted) Samples.of(EventType.SWEEP_COMPLETED);
        SweepFailed failed = (SweepFailed) Samples.of(EventType.SWEEP_FAILED);
        Instant later = Instant.parse("2027-01-01T00:00:00Z");

        assertThat(EventCodec.id(new SweepStarted(started.envelope(), later, started.cause(), started.selection())))
                .isEqualTo(EventCodec.id(started));
        assertThat(EventCodec.id(new SweepCompleted(
                        completed.envelope(),
                        later,
                        later,
                        completed.totals(),
                        completed.newlyBlocked(),
                        completed.newlyReachable())))
                .isEqualTo(EventCodec.id(completed));
        assertThat(EventCodec.id(new SweepFailed(
                        failed.envelope(), later, later, failed.problem(), failed.totals(), failed.open())))
                .isEqualTo(EventCodec.id(failed));
    }

    @Test
    void isTheSameWhenOnlyTheWorkloadsLastChangeIsLater() {
        assertThat(EventCodec.id(resultOf(workload("Web shop", Instant.EPOCH))))
                .isEqualTo(EventCodec.id(resultOf(workload("Web shop", Instant.MAX))));
    }

    @Test
    void differsByWhatIsSaidOfTheSameSubject() {
        WorkloadResult created = resultOf(workload("Web shop", null));
        WorkloadResult renamed = resultOf(workload("Shop", null));
        WorkloadResult none = new WorkloadResult(
                created.envelope(), created.accountId(), created.region(), created.workload(), List.of(), null);

        assertThat(List.of(EventCodec.id(created), EventCodec.id(renamed), EventCodec.id(none)))
                .doesNotHaveDuplicates();
    }

    @Test
    void differsBySubject() {
        Problem problem = Problem.of(Reason.DENIED);

        assertThat(EventCodec.id(new RegionFailed(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, problem)))
                .isNotEqualTo(
                        EventCodec.id(new RegionFailed(Samples.FRESH, Samples.OTHER_ACCOUNT, Samples.REGION, problem)))
                .isNotEqualTo(EventCodec.id(
                        new RegionFailed(Samples.FRESH, Samples.ACCOUNT, Region.of("us-east-1"), problem)));
    }

    @Test
    void isTheSameInWhateverOrderRisksWereCounted() {
        Map<String, Integer> oneWay = new LinkedHashMap<>();
        oneWay.put("HIGH", 1);
        oneWay.put("MEDIUM", 2);
        Map<String, Integer> otherWay = new LinkedHashMap<>();
        otherWay.put("MEDIUM", 2);
        otherWay.put("HIGH", 1);

        assertThat(EventCodec.id(resultOf(withRisks(oneWay)))).isEqualTo(EventCodec.id(resultOf(withRisks(otherWay))));
    }

    @Test
    void ofARenewalDiffersByTheSessionThatIsOver() {
        SessionExpired first = (SessionExpired) Samples.of(EventType.SESSION_EXPIRED);
        SessionExpired second =
                new SessionExpired(first.envelope(), first.accountId(), first.topic(), "session-2", first.record());

        assertThat(EventCodec.id(second))
                .as("a second renewal of a record is another statement")
                .isNotEqualTo(EventCodec.id(first));
    }

    private static Workload withRisks(Map<String, Integer> risks) {
        Workload was = Samples.WORKLOAD;
        return new Workload(was.id(), was.arn(), was.name(), risks, null, null, null);
    }

    private static Workload workload(String name, Instant updatedAt) {
        Workload was = Samples.WORKLOAD;
        return new Workload(
                was.id(), was.arn(), name, was.riskCounts(), was.improvementStatus(), was.lenses(), updatedAt);
    }

    private static WorkloadResult resultOf(Workload workload) {
        return new WorkloadResult(
                Samples.FRESH, Samples.ACCOUNT, Samples.REGION, workload, List.of(Samples.INVITED), null);
    }

    /** By way of JSON, so that no record can be forgotten here. */
    private static Event withEnvelope(Event event, Envelope envelope) {
        EventType type = EventType.of(event);
        ObjectNode value = (ObjectNode) Golden.parse(EventCodec.encode(event));
        value.set("envelope", EventCodec.mapper().build().valueToTree(envelope));
        return Golden.read(type, value);
    }
}
