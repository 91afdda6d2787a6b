package io.sharewell.chaos.checker;

import io.sharewell.chaos.checker.Evidence.Share;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Action;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A run in good order: an account with two workloads in one Region and trouble in another, an account that is blocked, a
 * retry, a dead letter. Tests take from it or add to it.
 */
final class ARun {

    static final AccountId OPEN = AccountId.of("111111111111");
    static final AccountId BLOCKED = AccountId.of("222222222222");
    static final Region SCANNED = Region.of("eu-west-1");
    static final Region FAILED = Region.of("eu-west-2");
    static final Principal TARGET = Principal.of("333333333333");
    static final Problem PROBLEM = Problem.of(Reason.RETRIES_EXHAUSTED, "InternalServerException");

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Envelope ENVELOPE = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
    private static final SealedSession SESSION = new SealedSession("session-1", "c2VhbGVk", NOW.plusSeconds(3600));
    private static final Grant GRANT = new Grant("bWFj", NOW.plusSeconds(7 * 86_400));

    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final List<Share> shares = new ArrayList<>();
    private final Map<String, Long> lag = new HashMap<>();

    ARun() {
        say(new SweepStarted(ENVELOPE, NOW, AccountDiscovered.Cause.SCHEDULE, Selection.everything()));
        say(new AccountSelected(ENVELOPE, OPEN, null, null));
        say(new AccountSelected(ENVELOPE, BLOCKED, null, null));
        say(new AccountsSelected(ENVELOPE, 2, 0));
        say(new AccountBlocked(ENVELOPE, BLOCKED, Problem.of(Reason.ROLE_NOT_ASSUMABLE)));
        say(new AccountOpened(ENVELOPE, OPEN, List.of(SCANNED, FAILED)));
        say(found(1));
        say(found(2));
        say(new RegionScanned(ENVELOPE, OPEN, SCANNED, List.of(id(1), id(2))));
        say(new RegionFailed(ENVELOPE, OPEN, FAILED, PROBLEM));
        say(result(1, "share-1"));
        say(result(2, "share-2"));
        add("account-sessions.retry.1", EventCodec.encode(unit().withEnvelope(ENVELOPE.nextAttempt())), due(unit()));
        say(unit().withEnvelope(ENVELOPE.nextAttempt()));
        add("account-sessions.dlq", EventCodec.encode(unit().withoutSession()), deadHeaders(unit()));
        say(new SweepCompleted(
                ENVELOPE,
                NOW,
                NOW,
                new Totals(new Totals.Accounts(2, 1, 1, 0), new Totals.Units(2, 1, 0, 1), 2, Map.of(), Map.of(), 2),
                null,
                null));
        share(1, "share-0", "REVOKED");
        share(1, "share-1", "PENDING");
        share(2, "share-2", "ACCEPTED");
        lag.put("share-writer workloads-found-0", 0L);
    }

    static AccountSessionOpened unit() {
        return new AccountSessionOpened(ENVELOPE, OPEN, FAILED, null, SESSION, GRANT);
    }

    static WorkloadFound found(int number) {
        return new WorkloadFound(ENVELOPE, OPEN, SCANNED, workload(number), SESSION, GRANT);
    }

    /** Of a workload that has this share. */
    static WorkloadResult result(int number, String shareId) {
        return result(number, shareId, null);
    }

    /** @param problem of the workload, null if there is none */
    static WorkloadResult result(int number, String shareId, Problem problem) {
        TargetOutcome created =
                new TargetOutcome(TARGET, Permission.READONLY, Action.CREATED, shareId, "PENDING", null);
        return new WorkloadResult(ENVELOPE, OPEN, SCANNED, workload(number), List.of(created), problem);
    }

    /** Of a workload without a problem of its own. */
    static WorkloadResult result(int number, Envelope envelope, List<TargetOutcome> targets) {
        return new WorkloadResult(envelope, OPEN, SCANNED, workload(number), targets, null);
    }

    static Envelope envelope() {
        return ENVELOPE;
    }

    private static Workload workload(int number) {
        String arn = "arn:aws:wellarchitected:" + SCANNED + ":" + OPEN + ":workload/" + id(number);
        return new Workload(id(number), arn, null, null, null, null, null);
    }

    static String id(int number) {
        return "%032x".formatted(number);
    }

    static Map<String, String> due(Event event) {
        Map<String, String> headers = headers(event);
        headers.put(CloudEvents.NOT_BEFORE, "1");
        return headers;
    }

    static Map<String, String> deadHeaders(Event event) {
        Map<String, String> headers = headers(event);
        headers.put(CloudEvents.DLQ_CAUSE, "RETRIES_EXHAUSTED");
        headers.put(CloudEvents.DLQ_ORIGIN, Topic.of(event).topicName() + "-3@4");
        return headers;
    }

    static Map<String, String> headers(Event event) {
        return new HashMap<>(EventCodec.headers(event, "test", NOW));
    }

    ARun say(Event event) {
        return add(Topic.of(event).topicName(), EventCodec.encode(event), headers(event));
    }

    ARun add(String topic, byte[] value, Map<String, String> headers) {
        RecordHeaders kafka = new RecordHeaders();
        headers.forEach((name, text) -> kafka.add(name, text.getBytes(StandardCharsets.UTF_8)));
        records.add(new ConsumerRecord<>(
                topic,
                0,
                records.size(),
                NOW.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                value.length,
                null,
                value,
                kafka,
                Optional.empty()));
        return this;
    }

    /** Takes away what is said by records of that class. */
    ARun without(Class<? extends Event> type) {
        return without(type, _ -> true);
    }

    <T extends Event> ARun without(Class<T> type, Predicate<T> which) {
        records.removeIf(record -> Reading.event(record)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(which)
                .isPresent());
        return this;
    }

    ARun without(String topic) {
        records.removeIf(record -> record.topic().equals(topic));
        return this;
    }

    ARun share(int workload, String shareId, String status) {
        shares.add(new Share(OPEN.value(), SCANNED.value(), id(workload), shareId, TARGET.value(), status));
        return this;
    }

    ARun lag(String group, long records) {
        lag.put(group, records);
        return this;
    }

    List<String> violations() {
        return LedgerChecker.violations(new Evidence(records, shares, lag));
    }

    Evidence evidence() {
        return new Evidence(records, shares, lag);
    }
}
