package io.sharewell.messaging;

import io.sharewell.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the settings of this module. */
@ApplicationScoped
class MessagingSettingsCheck implements SettingsCheck {

    private final MessagingSettings settings;

    MessagingSettingsCheck(MessagingSettings settings) {
        this.settings = settings;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        List<Duration> delays = settings.retry().delays();
        if (delays.size() != Topic.RUNGS || delays.stream().anyMatch(Duration::isNegative)) {
            faults.add("pipeline-messaging.retry.delays has " + delays + ": give " + Topic.RUNGS
                    + " durations, such as 30s,5m,30m");
        }
        settings.topics()
                .prefix()
                .filter(prefix -> !prefix.matches("[A-Za-z0-9._-]{1,200}"))
                .ifPresent(prefix -> faults.add("pipeline-messaging.topics.prefix is '" + prefix
                        + "': give letters, digits, dots, dashes and underscores, such as inventory."));
        if (settings.topics().partitions() < 1) {
            faults.add("pipeline-messaging.topics.partitions is "
                    + settings.topics().partitions() + ": it must be at least 1");
        }
        Duration ladder = delays.stream().reduce(Duration.ZERO, Duration::plus);
        retention("retention", settings.topics().retention(), ladder, faults);
        retention("results-retention", settings.topics().resultsRetention(), ladder, faults);
        if (settings.topics().replicationFactor() == 0) {
            faults.add(
                    "pipeline-messaging.topics.replication-factor is 0: give a number of replicas, or -1 for the broker's default");
        }
        if (!settings.startTimeout().isPositive()) {
            faults.add(
                    "pipeline-messaging.start-timeout is " + settings.startTimeout() + ": give a duration such as 15s");
        }
        if (settings.publishPause().isNegative()) {
            faults.add("pipeline-messaging.publish-pause is negative: give a duration such as 1s");
        }
        if (settings.drain().isNegative()) {
            faults.add("pipeline-messaging.drain is negative: give a duration such as 20s");
        }
        return faults;
    }

    private static void retention(String name, Duration retention, Duration ladder, List<String> faults) {
        if (retention.compareTo(ladder) <= 0) {
            faults.add("pipeline-messaging.topics." + name + " is " + retention + ": records wait for up to " + ladder
                    + " on the retry ladder, give a longer one such as " + (ladder.toDays() + 1) + "d");
        }
    }
}
