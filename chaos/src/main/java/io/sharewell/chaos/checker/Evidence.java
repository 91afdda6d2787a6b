package io.sharewell.chaos.checker;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a run left behind.
 *
 * @param records all records of all topics, those of a partition in their order
 * @param shares all shares, as AWS keeps them
 * @param lag records that a group has not committed, by {@code group topic-partition}; none of those without
 */
public record Evidence(List<ConsumerRecord<byte[], byte[]>> records, List<Share> shares, Map<String, Long> lag) {

    static final Set<String> LIVE = Set.of("PENDING", "ACCEPTED", "ASSOCIATING", "ASSOCIATED");

    public Evidence {
        records = List.copyOf(records);
        shares = List.copyOf(shares);
        lag = Map.copyOf(lag);
    }

    /** A share with its status in AWS's word. */
    public record Share(
            String accountId, String region, String workloadId, String shareId, String sharedWith, String status) {

        String workload() {
            return accountId + "/" + region + "/" + workloadId;
        }

        boolean isLive() {
            return LIVE.contains(status);
        }
    }

    List<ConsumerRecord<byte[], byte[]>> on(String topic) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
