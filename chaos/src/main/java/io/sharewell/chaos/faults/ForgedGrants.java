package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Records;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Somebody asks for sessions with grants that were never given so. None may be honoured: each is a dead letter. */
record ForgedGrants(long seed) implements Fault {

    @Override
    public String strike(Scene scene) {
        Random random = new Random(seed);
        scene.progress().await(() -> scene.progress().statements(AccountOpened.class) > 0, Scene.PATIENCE);
        List<SessionRecord> real = Records.since(scene.world().bootstrapServers(), scene.beginnings()).stream()
                .filter(record -> record.topic().equals(Topic.ACCOUNT_SESSIONS.topicName()))
                .filter(Readable::is)
                .map(Readable::event)
                .map(SessionRecord.class::cast)
                .toList();
        if (real.isEmpty()) {
            return "no account was opened";
        }
        List<ProducerRecord<byte[], byte[]>> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            SessionRecord record = real.get(random.nextInt(real.size()));
            SessionRecord other = real.get(random.nextInt(real.size()));
            forgeries(record, other, random).stream().map(ForgedGrants::ask).forEach(asked::add);
        }
        Sender.send(scene.world(), asked).forEach(scene.findings()::condemned);
        return "asked %d times".formatted(asked.size());
    }

    private static List<SessionRecord> forgeries(SessionRecord record, SessionRecord other, Random random) {
        byte[] mac = new byte[32];
        random.nextBytes(mac);
        Envelope own = record.envelope();
        Grant grant = record.grant();
        List<SessionRecord> forgeries = new ArrayList<>(List.of(
                with(record, own, new Grant(Base64.getEncoder().encodeToString(mac), later(grant))),
                with(record, own, new Grant(grant.mac(), later(grant))),
                with(record, own, null),
                with(record, Envelope.of(own.sweepId(), own.purpose(), Mode.PLAN), grant),
                with(record, Envelope.of(own.sweepId(), Purpose.UNSHARE, own.mode()), grant)));
        if (!other.accountId().equals(record.accountId())) {
            forgeries.add(with(record, own, other.grant()));
        }
        return forgeries;
    }

    private static Instant later(Grant grant) {
        return grant.validUntil().plus(Duration.ofDays(30));
    }

    private static SessionRecord with(SessionRecord record, Envelope envelope, Grant grant) {
        return record.with(envelope, record.session(), grant);
    }

    private static ProducerRecord<byte[], byte[]> ask(SessionRecord record) {
        SessionExpired event = SessionExpired.of(record);
        Headers headers = new RecordHeaders();
        EventCodec.headers(event, "chaos", Instant.now())
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(
                Topic.SESSION_RENEWALS.topicName(),
                null,
                event.key().getBytes(StandardCharsets.UTF_8),
                EventCodec.encode(event),
                headers);
    }

    @Override
    public String toString() {
        return "forged and widened grants ask for sessions";
    }
}
