package io.sharewell.messaging;

import static io.sharewell.messaging.Samples.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.MutableClock;

class LadderTest {

    private static final byte[] KEY = {1, 2, 3};
    private static final Map<String, String> HEADERS = Map.of(
            CloudEvents.TYPE, EventType.ACCOUNT_SESSION_OPENED.ceType(), CloudEvents.ID, "id-1", "foreign", "kept");
    private static final Origin ORIGIN = new Origin(KEY, HEADERS, "account-sessions-3@42");

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final Ladder ladder =
            new Ladder(List.of(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(30)), clock);

    @ParameterizedTest
    @CsvSource({
        "0, account-sessions.retry.1, 30",
        "1, account-sessions.retry.2, 300",
        "2, account-sessions.retry.3, 1800"
    })
    void eachAttemptIsARungHigherAndWaitsLonger(int attempt, String topic, long seconds) {
        OutgoingRecord record = ladder.afterTrouble(unitAt(attempt), HEADERS, KEY);

        assertThat(record.topic()).isEqualTo(topic);
        assertThat(record.headers())
                .containsEntry(
                        CloudEvents.NOT_BEFORE,
                        String.valueOf(clock.instant().plusSeconds(seconds).toEpochMilli()));
        assertThat(read(record).envelope().attempt()).isEqualTo(attempt + 1);
    }

    @Test
    void keepsKeyHeadersAndSessionOnTheLadder() {
        OutgoingRecord record = ladder.afterTrouble(unitAt(0), HEADERS, KEY);

        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.headers()).containsAllEntriesOf(HEADERS);
        assertThat(((AccountSessionOpened) read(record)).session().sealed()).isEqualTo(Samples.SEALED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void waitingForATurnCountsNoAttemptAndTakesTheFirstRung(int attempt) {
        OutgoingRecord record = ladder.forAnotherTurn(waiting(attempt, Duration.ZERO), HEADERS, KEY);

        assertThat(record.topic()).isEqualTo("account-sessions.retry.1");
        assertThat(read(record).envelope().attempt()).isEqualTo(attempt);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0", "PT0.3S, 300", "PT31S, 30000"})
    void waitsForATurnUntilItIsExpectedAndNoLongerThanTheRungTakes(Duration untilTurn, long millis) {
        OutgoingRecord record = ladder.forAnotherTurn(waiting(0, untilTurn), HEADERS, KEY);

        assertThat(record.headers())
                .containsEntry(
                        CloudEvents.NOT_BEFORE,
                        String.valueOf(clock.instant().plusMillis(millis).toEpochMilli()));
    }

    private static Handled.WaitForTurn waiting(int attempt, Duration untilTurn) {
        return new Handled.WaitForTurn(unitAt(attempt), untilTurn);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "4, true", "2147483647, true"})
    void isExhaustedAfterTheLastRung(int attempt, boolean exhausted) {
        assertThat(ladder.isExhausted(unitAt(attempt))).isEqualTo(exhausted);
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, Integer.MIN_VALUE})
    void aRecordThatLiesAboutItsAttemptsClimbsLikeAnyOther(int attempt) {
        List<String> rungs = new ArrayList<>();
        WorkRecord record = unitAt(attempt);
        while (!ladder.isExhausted(record) && rungs.size() < 10) {
            OutgoingRecord waiting = ladder.afterTrouble(record, HEADERS, KEY);
            rungs.add(waiting.topic());
            record = read(waiting);
        }

        assertThat(rungs)
                .containsExactly("account-sessions.retry.1", "account-sessions.retry.2", "account-sessions.retry.3");
    }

    @Test
    void aDeadLetterTellsCauseDetailAttemptsAndOriginAndCarriesNoSession() {
        OutgoingRecord record = ladder.dead(unitAt(3), Problem.of(Reason.RETRIES_EXHAUSTED, "it timed out"), ORIGIN);

        assertThat(record.topic()).isEqualTo("account-sessions.dlq");
        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.headers())
                .containsAllEntriesOf(HEADERS)
                .containsEntry(CloudEvents.DLQ_CAUSE, "RETRIES_EXHAUSTED")
                .containsEntry(CloudEvents.DLQ_DETAIL, "it timed out")
                .containsEntry(CloudEvents.DLQ_ATTEMPTS, "4")
                .containsEntry(CloudEvents.DLQ_ORIGIN, "account-sessions-3@42")
                .doesNotContainKey(CloudEvents.DLQ_STACK);
        assertThat(((AccountSessionOpened) read(record)).session()).isNull();
        assertThat(((AccountSessionOpened) read(record)).grant()).isNotNull();
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(Samples.SEALED);
    }

    @Test
    void aRenewalsDeadLetterHasNoSessionInTheRecordWithin() {
        OutgoingRecord record =
                ladder.dead(SessionExpired.of(unit("sweep")), Problem.of(Reason.RENEWALS_EXHAUSTED), ORIGIN);

        assertThat(record.topic()).isEqualTo("session-renewals.dlq");
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).doesNotContain(Samples.SEALED);
    }

    @Test
    void whatAnExceptionToldGoesIntoAHeaderOfItsOwn() {
        OutgoingRecord record =
                ladder.dead(unitAt(3), Problem.of(Reason.RETRIES_EXHAUSTED, "java.lang.Error\n  at a\n  at b"), ORIGIN);

        assertThat(record.headers())
                .containsEntry(CloudEvents.DLQ_DETAIL, "java.lang.Error")
                .containsEntry(CloudEvents.DLQ_STACK, "  at a\n  at b");
    }

    @Test
    void whatCannotBeReadIsKeptByteForByte() {
        byte[] value = {0, -1, 127, -128};

        OutgoingRecord record = ladder.unreadable(
                Topic.ACCOUNT_SESSIONS, value, Problem.of(Reason.MALFORMED_RECORD, "no JSON"), ORIGIN);

        assertThat(record.topic()).isEqualTo("account-sessions.dlq");
        assertThat(record.key()).isEqualTo(KEY);
        assertThat(record.value()).isEqualTo(value);
        assertThat(record.headers())
                .containsEntry(CloudEvents.DLQ_CAUSE, "MALFORMED_RECORD")
                .containsEntry(CloudEvents.DLQ_DETAIL, "no JSON")
                .doesNotContainKey(CloudEvents.DLQ_ATTEMPTS);
    }

    @Test
    void aRecordThatStrayedLosesItsSessionLikeAnyOther() {
        Origin origin = new Origin(KEY, EventCodec.headers(unit("sweep"), "test", Instant.EPOCH), "accounts-1@7");

        OutgoingRecord record = ladder.unreadable(
                Topic.ACCOUNTS,
                EventCodec.encode(unit("sweep")),
                Problem.of(Reason.MALFORMED_RECORD, "strayed"),
                origin);

        assertThat(record.topic()).isEqualTo("accounts.dlq");
        assertThat(read(record)).isEqualTo(unit("sweep").withoutSession());
    }

    private static AccountSessionOpened unitAt(int attempt) {
        return (AccountSessionOpened)
                unit("sweep").withEnvelope(new Envelope("sweep", Purpose.SHARE, Mode.APPLY, attempt, 0, null, null));
    }

    private static WorkRecord read(OutgoingRecord record) {
        return (WorkRecord) EventCodec.decode(EventType.ACCOUNT_SESSION_OPENED.ceType(), record.value());
    }
}
