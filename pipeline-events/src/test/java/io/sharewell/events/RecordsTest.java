package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordsTest {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void keepSealAndMacOutOfTheirText(EventType type) {
        assertThat(Samples.of(type).toString())
                .doesNotContain(Samples.SESSION.sealed())
                .doesNotContain(Samples.GRANT.mac());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void goOnWithAnotherEnvelopeOtherwiseUnchanged(EventType type) {
        if (Samples.of(type) instanceof WorkRecord record) {
            WorkRecord next = record.withEnvelope(record.envelope().nextAttempt());

            assertThat(next.envelope().attempt()).isEqualTo(record.envelope().attempt() + 1);
            assertThat(next.withEnvelope(record.envelope())).isEqualTo(record);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ACCOUNT_SESSION_OPENED", "WORKLOAD_FOUND", "INVITATION_FOUND"})
    void goToTheDeadLettersWithoutTheirSession(EventType type) {
        SessionRecord record = (SessionRecord) Samples.of(type);

        SessionRecord dead = record.withoutSession();

        assertThat(dead.session()).isNull();
        assertThat(dead.grant()).isEqualTo(record.grant());
        assertThat(dead.with(record.envelope(), record.session(), record.grant()))
                .isEqualTo(record);
    }

    @Test
    void anEnvelopeCountsAttemptsApartFromRenewals() {
        Instant since = Instant.parse("2026-11-21T10:00:00Z");
        Envelope envelope = Samples.FRESH.nextAttempt().renewed(1, since).nextAttempt();

        assertThat(envelope).isEqualTo(new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 2, 1, since, null));
    }

    @Test
    void anEnvelopeForTheNextStepKeepsTheReplayAndStartsItsCountersAnew() {
        assertThat(Samples.TRAVELLED.forNextStep())
                .isEqualTo(new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 0, 0, null, "replay-1"));
    }

    @Test
    void anEnvelopeOfAReplayStartsItsCountersAnew() {
        assertThat(Samples.TRAVELLED.replayedAs("replay-2"))
                .isEqualTo(new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 0, 0, null, "replay-2"));
    }

    @Test
    void aProblemHasItsReasonsRemedyUnlessItKnowsABetterOne() {
        assertThat(Problem.of(Reason.DENIED).remedy()).isEqualTo(Reason.DENIED.remedy());
        assertThat(new Problem(Reason.DENIED, null, null).remedy()).isEqualTo(Reason.DENIED.remedy());
        assertThat(new Problem(Reason.DENIED, null, "better").remedy()).isEqualTo("better");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonNamesACure(Reason reason) {
        assertThat(reason.remedy()).isNotBlank().endsWithIgnoringCase(reason == Reason.MALFORMED_RECORD ? "?" : ".");
    }

    @Test
    void listsAreNotChangedFromOutside() {
        List<String> ids = new ArrayList<>(List.of("w1"));
        ShareResult.RegionScanned scanned =
                new ShareResult.RegionScanned(Samples.FRESH, Samples.ACCOUNT, Samples.REGION, ids);

        ids.add("w2");

        assertThat(scanned.workloadIds()).containsExactly("w1");
    }
}
