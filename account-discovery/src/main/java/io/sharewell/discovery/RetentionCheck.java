package io.sharewell.discovery;

import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whether Kafka keeps records as long as a sweep may take: its end is told by what was said since its beginning. */
@ApplicationScoped
class RetentionCheck implements SettingsCheck {

    private final Duration deadline;
    private final MessagingSettings.Topics topics;

    RetentionCheck(DiscoverySettings settings, MessagingSettings messaging) {
        this.deadline = settings.deadline();
        this.topics = messaging.topics();
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        longer("retention", topics.retention(), faults);
        longer("results-retention", topics.resultsRetention(), faults);
        return faults;
    }

    private void longer(String name, Duration retention, List<String> faults) {
        if (retention.compareTo(deadline) <= 0) {
            faults.add("pipeline-messaging.topics." + name + " is " + retention
                    + ": a sweep may take account-discovery.deadline, which is " + deadline
                    + ", give a longer one such as 7d");
        }
    }
}
