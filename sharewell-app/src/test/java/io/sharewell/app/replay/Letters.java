package io.sharewell.app.replay;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Action;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Grant;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import io.sharewell.events.UnsettledTarget;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Records of a day before {@link #NOW}, and how they lie on their topics. */
final class Letters {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

    static final AccountId ACCOUNT = AccountId.of("111122223333");
    static final AccountId OTHER_ACCOUNT = AccountId.of("444455556666");
    static final Region REGION = Region.of("eu-west-1");

    private static final SealedSession DEAD = new SealedSession("session-1", "c2VhbGVk", YESTERDAY);
    private static final Grant GRANT = new Grant("bWFj", NOW.plus(Duration.ofDays(6)));

    private Letters() {}

    static Envelope envelope(String sweepId) {
        return Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);
    }

    static WorkloadFound workload(String sweepId, int number) {
        return workload(sweepId, ACCOUNT, number);
    }

    static WorkloadFound workload(String sweepId, AccountId account, int number) {
        String id = "%032x".formatted(number);
        String arn = "arn:aws:wellarchitected:" + REGION + ":" + account + ":workload/" + id;
        Workload workload = new Workload(id, arn, "workload " + number, Map.of(), null, List.of(), null);
        return new WorkloadFound(envelope(sweepId), account, REGION, workload, DEAD, GRANT);
    }

    /** A workload whose shares are taken away. */
    static SessionRecord unshare(String sweepId) {
        return workload(sweepId, 1).withEnvelope(Envelope.of(sweepId, Purpose.UNSHARE, Mode.APPLY));
    }

    static InvitationFound accept(String sweepId) {
        Invitation invitation = new Invitation("1".repeat(32), ACCOUNT.value(), "READONLY", "WORKLOAD", "Shop", null);
        return new InvitationFound(
                Envelope.of(sweepId, Purpose.ACCEPT, Mode.APPLY), OTHER_ACCOUNT, REGION, invitation, DEAD, GRANT);
    }

    /** The same as it comes back from the ladder. */
    static WorkloadFound halfSettled(WorkloadFound found) {
        TargetOutcome settled = new TargetOutcome(
                Principal.of("999988887777"), Permission.READONLY, Action.CREATED, "share-1", "PENDING", null);
        UnsettledTarget unsettled = new UnsettledTarget(
                Principal.of("999988886666"), Permission.READONLY, Action.DELETED, "share-2", null, null);
        return (WorkloadFound) found.with(List.of(settled), List.of(unsettled))
                .withEnvelope(found.envelope().nextAttempt());
    }

    static WorkloadFound withoutSession(WorkloadFound found) {
        return (WorkloadFound) found.withoutSession();
    }

    static WorkloadFound withoutGrant(WorkloadFound found) {
        return found.with(found.envelope(), found.session(), null);
    }

    static WorkloadFound withGrantUntil(Instant end, WorkloadFound found) {
        return found.with(found.envelope(), found.session(), new Grant("bWFj", end));
    }

    static AccountSessionOpened unit(String sweepId) {
        return new AccountSessionOpened(envelope(sweepId), ACCOUNT, REGION, null, DEAD, GRANT);
    }

    static AccountDiscovered account(String sweepId) {
        return new AccountDiscovered(
                envelope(sweepId), ACCOUNT, null, null, "aws", null, null, null, AccountDiscovered.Cause.REQUEST);
    }

    static Map<String, String> headers(Event event) {
        return EventCodec.headers(event, "region-scanner", YESTERDAY);
    }

    /** Of a dead letter that was redriven so often before. */
    static Map<String, String> deadHeaders(Event event, int redrives) {
        Map<String, String> headers = new HashMap<>(headers(event));
        headers.put(CloudEvents.DLQ_CAUSE, "RETRIES_EXHAUSTED");
        headers.put(CloudEvents.DLQ_ATTEMPTS, "4");
        headers.put(CloudEvents.DLQ_ORIGIN, Topic.of(event).topicName() + "-0@17");
        if (redrives > 0) {
            headers.put(CloudEvents.REDRIVES, String.valueOf(redrives));
        }
        return headers;
    }

    static ConsumerRecord<byte[], byte[]> onTopic(WorkRecord record, long offset) {
        return at(Topic.of(record).topicName(), offset, record.key(), EventCodec.encode(record), headers(record));
    }

    static ConsumerRecord<byte[], byte[]> dead(WorkRecord record, long offset, int redrives) {
        return at(
                Topic.of(record).dlq(), offset, record.key(), EventCodec.encode(record), deadHeaders(record, redrives));
    }

    static ConsumerRecord<byte[], byte[]> at(
            String topic, long offset, String key, byte[] value, Map<String, String> headers) {
        RecordHeaders kafka = new RecordHeaders();
        headers.forEach((name, text) -> kafka.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return new ConsumerRecord<>(
                topic,
                0,
                offset,
                YESTERDAY.toEpochMilli(),
                TimestampType.CREATE_TIME,
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value,
                kafka,
                Optional.empty());
    }
}
