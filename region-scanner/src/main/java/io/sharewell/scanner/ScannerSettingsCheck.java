package io.sharewell.scanner;

import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.seal.KeysetException;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What can be wrong with the settings of the region-scanner. */
@Singleton
class ScannerSettingsCheck implements SettingsCheck {

    private final ScannerSettings settings;
    private final AwsAccessSettings aws;

    ScannerSettingsCheck(ScannerSettings settings, AwsAccessSettings aws) {
        this.settings = settings;
        this.aws = aws;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>(AwsAccess.faults(aws));
        if (settings.concurrency() < 1) {
            faults.add("region-scanner.concurrency is " + settings.concurrency() + ": it must be at least 1");
        }
        if (!settings.unitBudget().isPositive()) {
            faults.add("region-scanner.unit-budget is " + settings.unitBudget() + ": give a duration such as 2m");
        }
        addRateFaults(faults);
        addKeysetFaults(faults);
        return faults;
    }

    private void addRateFaults(List<String> faults) {
        ScannerSettings.Rate rate = settings.rate();
        if (!(rate.perSecond() > 0)) {
            faults.add("region-scanner.rate.per-second is " + rate.perSecond() + ": it must be more than 0");
        }
        if (rate.burst() < 1) {
            faults.add("region-scanner.rate.burst is " + rate.burst() + ": it must be at least 1");
        }
        if (rate.longestWait().isNegative()) {
            faults.add("region-scanner.rate.longest-wait is negative: give a duration such as 5s");
        }
    }

    private void addKeysetFaults(List<String> faults) {
        Path keyset = settings.sealKeyset().orElse(null);
        if (keyset == null) {
            faults.add(
                    "region-scanner.seal-keyset is not set: set REGION_SCANNER_SEAL_KEYSET to the session-seal keyset"
                            + " file that the services share, or make one with './sharewell keyset --kind SEAL FILE'");
            return;
        }
        try {
            SessionSeal.from(keyset, "region-scanner.seal-keyset");
        } catch (KeysetException e) {
            faults.add(e.getMessage());
        }
    }
}
