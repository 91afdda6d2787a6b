package io.sharewell.discovery;

import io.sharewell.messaging.MessagingSettings;
import io.sharewell.messaging.SettingsCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether Kafka keeps records as long as a sweep and its last retries may take: its end is told by what was said since its
 * beginning. Results are kept until the next scheduled sweep has ended, too: when that is due, and what is new in it, is told
 * by the one before.
 */
@ApplicationScoped
class RetentionCheck implements SettingsCheck {

    private static final String A_SWEEP = "account-discovery.deadline and pipeline-messaging.retry.delays";

    private final Duration longest;
    private final DiscoverySettings.Schedule schedule;
    private final MessagingSettings.Topics topics;

    RetentionCheck(DiscoverySettings settings, MessagingSettings messaging) {
        this.longest = messaging.retry().delays().stream().reduce(settings.deadline(), Duration::plus);
        this.schedule = settings.schedule();
        this.topics = messaging.topics();
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        longer("retention", topics.retention(), A_SWEEP, longest, faults);
        if (schedule.enabled()) {
            String andTheNext = "account-discovery.schedule.every, " + A_SWEEP;
            longer("results-retention", topics.resultsRetention(), andTheNext, longest.plus(schedule.every()), faults);
        } else {
            longer("results-retention", topics.resultsRetention(), A_SWEEP, longest, faults);
        }
        return faults;
    }

    private static void longer(String name, Duration retention, String what, Duration time, List<String> faults) {
        if (retention.compareTo(time) <= 0) {
            faults.add("pipeline-messaging.topics." + name + " is " + retention + ": " + what + " together are " + time
                    + ", give a longer one such as " + (time.toDays() + 1) + "d");
        }
    }
}
