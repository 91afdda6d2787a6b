package io.sharewell.chaos.faults;

import io.sharewell.chaos.world.Groups;
import io.sharewell.chaos.world.Progress;
import io.sharewell.chaos.world.Services;
import io.sharewell.chaos.world.World;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A sweep under way, and what a fault may lay hands on.
 *
 * @param beginnings where the records of this round begin
 */
public record Scene(
        World world,
        Services services,
        Groups groups,
        Progress progress,
        Map<TopicPartition, Long> beginnings,
        Findings findings) {

    /** The longest that a fault waits for its moment. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
