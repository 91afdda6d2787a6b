package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class InOrderOfTimeTest {

    private static final TopicPartition P0 = new TopicPartition("share-results", 0);
    private static final TopicPartition P1 = new TopicPartition("share-results", 1);
    private static final TopicPartition EMPTY = new TopicPartition("share-results", 2);

    private final InOrderOfTime records =
            new InOrderOfTime(Map.of(P0, 0L, P1, 0L, EMPTY, 5L), Map.of(P0, 2L, P1, 2L, EMPTY, 5L));
    private final Map<TopicPartition, Long> positions = new HashMap<>(Map.of(P0, 0L, P1, 0L, EMPTY, 5L));

    @Test
    void mergesThePartitionsByTime() {
        read(P0, 0, 10);
        read(P0, 1, 30);
        read(P1, 0, 20);
        read(P1, 1, 40);

        assertThat(all()).containsExactly(10L, 20L, 30L, 40L);
        assertThat(records.hasCaughtUp()).isTrue();
    }

    @Test
    void waitsForAPartitionThatIsBehindAndHasNothingToCompareWith() {
        read(P0, 0, 10);
        read(P0, 1, 30);

        assertThat(all()).isEmpty();

        read(P1, 0, 20);
        assertThat(all()).containsExactly(10L, 20L);
        assertThat(records.hasCaughtUp()).isFalse();
    }

    @Test
    void keepsTheOrderOfAPartitionThoughItsTimesGoBack() {
        read(P0, 0, 30);
        read(P0, 1, 10);
        read(P1, 0, 20);
        read(P1, 1, 40);

        assertThat(all()).containsExactly(20L, 30L, 10L, 40L);
    }

    @Test
    void waitsForNobodyOnceAllHaveCaughtUp() {
        read(P0, 0, 10);
        read(P0, 1, 30);
        read(P1, 0, 20);
        read(P1, 1, 40);
        all();

        read(EMPTY, 5, 50);

        assertThat(all()).containsExactly(50L);
    }

    @Test
    void readsNoFurtherAheadThanItCanUse() {
        for (int offset = 0; offset < 2_000; offset++) {
            records.add(record(P0, offset, 1));
        }

        assertThat(records.ahead()).containsExactly(P0);
        assertThat(records.wanted()).containsExactlyInAnyOrder(P1, EMPTY);
    }

    private void read(TopicPartition partition, long offset, long time) {
        records.add(record(partition, offset, time));
        positions.put(partition, offset + 1);
    }

    private List<Long> all() {
        records.readUpTo(positions::get);
        List<Long> times = new ArrayList<>();
        for (var record = records.next(); record != null; record = records.next()) {
            times.add(record.timestamp());
        }
        return times;
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset, long time) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                time,
                TimestampType.CREATE_TIME,
                0,
                0,
                null,
                null,
                new RecordHeaders(),
                Optional.empty());
    }
}
