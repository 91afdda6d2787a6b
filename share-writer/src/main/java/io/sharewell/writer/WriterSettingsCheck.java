package io.sharewell.writer;

import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.seal.KeysetException;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the settings of the share-writer. */
@Singleton
class WriterSettingsCheck implements SettingsCheck {

    private final WriterSettings settings;
    private final AwsAccessSettings aws;

    WriterSettingsCheck(WriterSettings settings, AwsAccessSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>(new TargetsCheck(settings.targets()).faults());
        addKeysetFaults(faults);
        if (settings.concurrency() < 1) {
            faults.add("share-writer.concurrency is " + settings.concurrency() + ": it must be at least 1");
        }
        if (!settings.unitBudget().isPositive()) {
            faults.add("share-writer.unit-budget is " + settings.unitBudget() + ": give a duration such as 2m");
        }
        addRateFaults(faults);
        faults.addAll(AwsAccess.faults(aws));
        return faults;
    }

    private void addRateFaults(List<String> faults) {
        WriterSettings.Rate rate = settings.rate();
        if (!(rate.perSecond() > 0)) {
            faults.add("share-writer.rate.per-second is " + rate.perSecond() + ": it must be more than 0");
        }
        if (rate.burst() < 1) {
            faults.add("share-writer.rate.burst is " + rate.burst() + ": it must be at least 1");
        }
        if (rate.longestWait().isNegative()) {
            faults.add("share-writer.rate.longest-wait is negative: give a duration such as 5s");
        }
    }

    private void addKeysetFaults(List<String> faults) {
        Path keyset = settings.sealKeyset().orElse(null);
        if (keyset == null) {
            faults.add("share-writer.seal-keyset is not set: set SHARE_WRITER_SEAL_KEYSET to the session-seal keyset"
                    + " file that the services share, or make one with './sharewell keyset --kind SEAL FILE'");
            return;
        }
        try {
            SessionSeal.from(keyset, "share-writer.seal-keyset");
        } catch (KeysetException e) {
            faults.add(e.getMessage());
        }
    }
}
