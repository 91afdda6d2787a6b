package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final String CANARY = "canary-secret";

    @ParameterizedTest
    @EnumSource(EventType.class)
    void readsWhatItWrote(EventType type) {
        Event event = Samples.of(type);

        assertThat(EventCodec.decode(type.ceType(), EventCodec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CANARY,
                "",
                "null",
                "[]",
                "{}",
                "\"" + CANARY + "\"",
                "{\"" + CANARY,
                "{\"envelope\": \"" + CANARY + "\"}",
                "{\"envelope\": {\"sweepId\": \"" + CANARY + "\", \"purpose\": \"SHARE\"}}",
                "{\"envelope\": {\"sweepId\": \"s\", \"purpose\": \"" + CANARY + "\", \"mode\": \"APPLY\"}}",
                "{\"accountId\": \"" + CANARY + "\"}",
                "{\"accountId\": [\"" + CANARY + "\"]}"
            })
    void aMalformedValueIsToldWithoutItsContent(String value) {
        MalformedRecordException malformed = catchThrowableOfType(
                MalformedRecordException.class,
                () -> EventCodec.decode(EventType.ACCOUNT_DISCOVERED.ceType(), value.getBytes(StandardCharsets.UTF_8)));

        assertThat(malformed).hasMessageContaining("io.sharewell.account.discovered.v1");
        assertThat(stackTrace(malformed)).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatFollowsTheRecordMakesItMalformed(EventType type) {
        byte[] twice = (new String(Golden.bytes(type), StandardCharsets.UTF_8) + "{\"" + CANARY + "\":1}")
                .getBytes(StandardCharsets.UTF_8);

        MalformedRecordException malformed =
                catchThrowableOfType(MalformedRecordException.class, () -> EventCodec.decode(type.ceType(), twice));

        assertThat(stackTrace(malformed)).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aFieldOfTheWrongFormIsToldWithoutItsContent(EventType type) {
        ObjectNode value = Golden.tree(type);
        List<String> refused = new ArrayList<>();
        value.fieldNames().forEachRemaining(field -> {
            ObjectNode broken = value.deepCopy();
            broken.putObject(field).put("deep", CANARY);
            try {
                Golden.read(type, broken);
            } catch (MalformedRecordException e) {
                assertThat(stackTrace(e)).as(field).doesNotContain(CANARY);
                refused.add(field);
            }
        });
        assertThat(refused).contains("envelope");
    }

    @Test
    void tellsTheLineAndColumnWhereReadingStopped() {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> EventCodec.decode(
                        EventType.ACCOUNT_DISCOVERED.ceType(), "{\n  \"accountId\": oops}".getBytes()))
                .withMessageContaining("line 2");
    }

    @Test
    void refusesARecordWithoutAValue() {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> EventCodec.decode(EventType.WORKLOAD_FOUND.ceType(), null))
                .withMessageContaining("without a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "io.sharewell.workload.found.v2", "workload.found", "com.example.order.v1"})
    void refusesATypeThatIsNotOfThisContract(String ceType) {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> EventCodec.decode(ceType, Golden.bytes(EventType.WORKLOAD_FOUND)));
    }

    @Test
    void doesNotQuoteATypeThatIsNotOfThisContract() {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> EventCodec.decode("by somebody else", Golden.bytes(EventType.WORKLOAD_FOUND)))
                .withMessageNotContaining("somebody");
    }

    @Test
    void refusesARecordWithoutAType() {
        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> EventCodec.decode(null, Golden.bytes(EventType.WORKLOAD_FOUND)));
    }

    @Test
    void refusesAnExpiredSessionWithARecordThatHasNone() {
        ObjectNode value = Golden.tree(EventType.SESSION_EXPIRED);
        value.put("recordType", EventType.ACCOUNT_DISCOVERED.ceType());

        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> Golden.read(EventType.SESSION_EXPIRED, value));
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ACCOUNT_SESSION_OPENED", "WORKLOAD_FOUND", "INVITATION_FOUND"})
    void refusesAnExpiredSessionWhoseRecordHasNoEnvelope(EventType type) {
        ObjectNode value =
                (ObjectNode) Golden.parse(EventCodec.encode(SessionExpired.of((SessionRecord) Samples.of(type))));
        value.withObject("record").remove("envelope");

        assertThatExceptionOfType(MalformedRecordException.class)
                .isThrownBy(() -> Golden.read(EventType.SESSION_EXPIRED, value));
    }

    @ParameterizedTest
    @EnumSource(
            value = EventType.class,
            names = {"ACCOUNT_SESSION_OPENED", "WORKLOAD_FOUND", "INVITATION_FOUND"})
    void anExpiredSessionBringsEveryKindOfRecordBackWhole(EventType type) {
        SessionExpired expired = SessionExpired.of((SessionRecord) Samples.of(type));

        SessionExpired read =
                (SessionExpired) EventCodec.decode(EventType.SESSION_EXPIRED.ceType(), EventCodec.encode(expired));

        assertThat(read.record()).isEqualTo(Samples.of(type));
        assertThat(read.topic()).isEqualTo(Topic.of(Samples.of(type)).topicName());
        assertThat(read.deadSessionId()).isEqualTo(Samples.SESSION.sessionId());
    }

    @Test
    void aRenewalIsNewWorkAndItsRecordKeepsItsCounters() {
        SessionRecord found = (SessionRecord) Samples.of(EventType.WORKLOAD_FOUND);
        Envelope onTheLastRung = new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 3, 2, Instant.EPOCH, "replay-1");

        SessionExpired expired = SessionExpired.of(found.with(onTheLastRung, found.session(), found.grant()));

        assertThat(expired.envelope())
                .isEqualTo(new Envelope("sweep-1", Purpose.SHARE, Mode.APPLY, 0, 0, null, "replay-1"));
        assertThat(expired.record().envelope()).isEqualTo(onTheLastRung);
    }

    @Test
    void anExpiredSessionOfARecordWithoutOneNamesNone() {
        SessionRecord dead = ((SessionRecord) Samples.of(EventType.WORKLOAD_FOUND)).withoutSession();

        assertThat(SessionExpired.of(dead).deadSessionId()).isNull();
        assertThat(new String(EventCodec.encode(SessionExpired.of(dead)), StandardCharsets.UTF_8))
                .doesNotContain("deadSessionId")
                .doesNotContain("\"session\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED,     111122223333,           111122223333",
        "ACCOUNT_SESSION_OPENED, 111122223333,           111122223333/eu-west-1",
        "WORKLOAD_FOUND,         111122223333/eu-west-1, ARN",
        "INVITATION_FOUND,       444455556666/eu-west-1, fedcba9876543210fedcba9876543210",
        "SESSION_EXPIRED,        111122223333,           ARN",
        "SWEEP_STARTED,          sweep-1,                sweep-1",
        "ACCOUNT_SELECTED,       111122223333,           111122223333",
        "ACCOUNT_SKIPPED,        444455556666,           444455556666",
        "ACCOUNTS_SELECTED,      sweep-1,                sweep-1",
        "ACCOUNT_OPENED,         111122223333,           111122223333",
        "ACCOUNT_BLOCKED,        444455556666,           444455556666",
        "REGION_SCANNED,         111122223333,           111122223333/eu-west-1",
        "REGION_SKIPPED,         111122223333,           111122223333/ap-east-1",
        "REGION_FAILED,          111122223333,           111122223333/us-east-1",
        "WORKLOAD_RESULT,        111122223333,           ARN",
        "INVITATION_RESULT,      444455556666,           fedcba9876543210fedcba9876543210",
        "SWEEP_COMPLETED,        sweep-1,                sweep-1",
        "SWEEP_FAILED,           sweep-1,                sweep-1"
    })
    void everyRecordHasItsKeyAndSubject(EventType type, String key, String subject) {
        Event event = Golden.event(type);

        assertThat(event.key()).isEqualTo(key);
        assertThat(event.subject()).isEqualTo("ARN".equals(subject) ? Samples.WORKLOAD.arn() : subject);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void keyAndSubjectAreNotPartOfTheValue(EventType type) {
        assertThat(Golden.parse(EventCodec.encode(Samples.of(type))).fieldNames())
                .toIterable()
                .doesNotContain("key", "subject");
    }

    @Test
    void headersAreACloudEventInBinaryMode() {
        Event event = Samples.of(EventType.WORKLOAD_RESULT);

        Map<String, String> headers = EventCodec.headers(event, "share-writer", Instant.parse("2026-11-21T10:06:00Z"));

        assertThat(headers)
                .containsOnly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", EventCodec.id(event)),
                        entry("ce_type", "io.sharewell.workload.result.v1"),
                        entry("ce_source", "/sharewell/share-writer"),
                        entry("ce_time", "2026-11-21T10:06:00Z"),
                        entry("ce_subject", Samples.WORKLOAD.arn()),
                        entry("ce_sweepid", "sweep-1"),
                        entry("ce_purpose", "SHARE"),
                        entry("ce_mode", "APPLY"),
                        entry("content-type", "application/json"));
    }

    @Test
    void extensionAttributesAreNamedAsCloudEventsAllow() {
        for (EventType type : EventType.values()) {
            assertThat(EventCodec.headers(Samples.of(type), "x", Instant.EPOCH).keySet())
                    .allMatch(name -> name.equals("content-type") || name.matches("ce_[a-z0-9]{1,20}"));
        }
    }

    @Test
    void everyTypeIsFoundByItsNameAndByItsRecord() {
        for (EventType type : EventType.values()) {
            assertThat(EventType.of(type.ceType())).isEqualTo(type);
            assertThat(EventType.of(Samples.of(type))).isEqualTo(type);
            assertThat(type.ceType()).matches("io\\.sharewell(\\.[a-z]+){2,3}\\.v1");
        }
        assertThat(Arrays.stream(EventType.values()).map(EventType::record)).doesNotHaveDuplicates();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void itsBuffersServeMoreThanOneVirtualThread() throws InterruptedException {
        RecyclerPool<BufferRecycler> pool =
                EventCodec.mapper().build().getFactory()._getRecyclerPool();
        Set<BufferRecycler> used = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < 100; i++) {
            Thread.ofVirtual()
                    .start(() -> {
                        BufferRecycler buffers = pool.acquireAndLinkPooled();
                        used.add(buffers);
                        buffers.releaseToPool();
                    })
                    .join();
        }

        assertThat(used)
                .as("what other tests have left in the pool serves, too")
                .hasSizeLessThan(100);
    }
}
