package io.sharewell.discovery;

import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Kafka keeps records as long as a sweep and its last retries may take: its end is told by what was said since its
 * beginning.
 */
@ApplicationScoped
class RetentionCheck implements SettingsCheck {

    private final Duration longest;
    private final MessagingSettings.Topics topics;

    RetentionCheck(DiscoverySettings settings, MessagingSettings messaging) {
        this.longest = messaging.retry().delays().stream().reduce(settings.deadline(), Duration::plus);
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
        if (retention.compareTo(longest) <= 0) {
            faults.add("pipeline-messaging.topics." + name + " is " + retention
                    + ": account-discovery.deadline and pipeline-messaging.retry.delays together are " + longest
                    + ", give a longer one such as " + (longest.toDays() + 1) + "d");
        }
    }
}
