package io.sharewell.app.replay;

import static io.sharewell.app.replay.Letters.NOW;
import static io.sharewell.app.replay.Letters.YESTERDAY;
import static io.sharewell.app.replay.Letters.account;
import static io.sharewell.app.replay.Letters.halfSettled;
import static io.sharewell.app.replay.Letters.unit;
import static io.sharewell.app.replay.Letters.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.TopicNames;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgainTest {

    private final Again again = new Again("replay-1", NOW, TopicNames.PLAIN);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everyRecordIsTheSameButForItsCountersAndTheReplay(int which) {
        WorkRecord old =
                new WorkRecord[] {account("s"), unit("s"), workload("s", 1), SessionExpired.of(unit("s"))}[which];
        WorkRecord tried = old.withEnvelope(old.envelope().nextAttempt().renewed(3, YESTERDAY));

        WorkRecord sent = read(again.of(Letters.onTopic(tried, 0), tried, 0), old);

        Envelope fresh = old.envelope().replayedAs("replay-1");
        WorkRecord expected = old instanceof SessionExpired it
                ? new SessionExpired(
                        fresh,
                        it.accountId(),
                        it.topic(),
                        it.deadSessionId(),
                        it.record().withEnvelope(fresh))
                : old.withEnvelope(fresh);
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void itGoesToTheTopicThatTheInstallationHasForIt() {
        Again elsewhere = new Again("replay-1", NOW, new TopicNames("inventory."));

        assertThat(elsewhere.of(Letters.onTopic(unit("s"), 0), unit("s"), 0).topic())
                .isEqualTo("inventory.account-sessions");
    }

    @Test
    void whatWasSettledOnceIsLookedAtAnew() {
        WorkloadFound half = halfSettled(workload("s", 1));

        WorkRecord sent = read(again.of(Letters.onTopic(half, 0), half, 0), half);

        assertThat(((WorkloadFound) sent).settled()).isEmpty();
        assertThat(((WorkloadFound) sent).unsettled()).isEmpty();
    }

    @Test
    void theHeadersAreThoseOfARecordOfItsOwnThatWasSaidThen() {
        WorkRecord old = workload("s", 1);
        Map<String, String> headers = new HashMap<>(Letters.deadHeaders(old, 1));
        headers.put(CloudEvents.TRACE_PARENT, "00-trace");
        headers.put(CloudEvents.NOT_BEFORE, "1");
        ConsumerRecord<byte[], byte[]> letter =
                Letters.at("workloads-found.dlq", 0, old.key(), EventCodec.encode(old), headers);

        ProducerRecord<byte[], byte[]> sent = again.of(letter, old, 2);

        Map<String, String> expected = EventCodec.headers(read(sent, old), "region-scanner", YESTERDAY);
        expected.put(CloudEvents.TRACE_PARENT, "00-trace");
        expected.put(CloudEvents.REDRIVES, "2");
        assertThat(headersOf(sent)).isEqualTo(expected);
        assertThat(headersOf(sent).get(CloudEvents.ID)).isNotEqualTo(headers.get(CloudEvents.ID));
        assertThat(sent.topic()).isEqualTo(Topic.WORKLOADS_FOUND.topicName());
        assertThat(sent.key()).isEqualTo(old.key().getBytes(StandardCharsets.UTF_8));
    }

    private static WorkRecord read(ProducerRecord<byte[], byte[]> record, WorkRecord like) {
        return (WorkRecord) EventCodec.decode(EventType.of(like).ceType(), record.value());
    }

    private static Map<String, String> headersOf(ProducerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
