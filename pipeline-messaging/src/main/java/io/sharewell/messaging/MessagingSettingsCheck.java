package io.sharewell.messaging;

import io.sharewell.events.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
        SettingFaults faults = new SettingFaults(MessagingSettings.class);
        checkLadder(faults);
        checkTopics(faults);
        faults.positive("start-timeout", settings.startTimeout(), "15s");
        faults.notNegative("publish-pause", settings.publishPause(), "1s");
        faults.notNegative("drain", settings.drain(), "20s");
        return faults.all();
    }

    private void checkLadder(SettingFaults faults) {
        List<Duration> delays = settings.retry().delays();
        if (delays.size() != Topic.RUNGS || delays.stream().anyMatch(Duration::isNegative)) {
            faults.add("retry.delays", "has " + delays + ": give " + Topic.RUNGS + " durations, such as 30s,5m,30m");
        }
    }

    private void checkTopics(SettingFaults faults) {
        MessagingSettings.Topics topics = settings.topics();
        topics.prefix()
                .ifPresent(prefix -> faults.matching(
                        "topics.prefix",
                        prefix,
                        "[A-Za-z0-9._-]{1,200}",
                        "letters, digits, dots, dashes and underscores, such as inventory."));
        faults.atLeastOne("topics.partitions", topics.partitions());
        if (topics.replicationFactor() == 0) {
            faults.add("topics.replication-factor", "is 0: give a number of replicas, or -1 for the broker's default");
        }
        Duration ladder = settings.retry().delays().stream().reduce(Duration.ZERO, Duration::plus);
        checkRetention("topics.retention", topics.retention(), ladder, faults);
        checkRetention("topics.results-retention", topics.resultsRetention(), ladder, faults);
    }

    private static void checkRetention(String setting, Duration retention, Duration ladder, SettingFaults faults) {
        if (retention.compareTo(ladder) <= 0) {
            faults.add(
                    setting,
                    "is " + retention + ": records wait for up to " + ladder
                            + " on the retry ladder, give a longer one such as " + (ladder.toDays() + 1) + "d");
        }
    }
}
