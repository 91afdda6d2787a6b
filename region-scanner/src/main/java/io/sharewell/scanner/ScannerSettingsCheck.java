package io.sharewell.scanner;

import io.sharewell.aws.config.AwsAccess;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.messaging.SettingFaults;
import io.sharewell.messaging.SettingsCheck;
import io.sharewell.seal.KeysetFaults;
import jakarta.inject.Singleton;
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
        SettingFaults faults = new SettingFaults(ScannerSettings.class);
        faults.atLeastOne("concurrency", settings.concurrency());
        faults.positive("unit-budget", settings.unitBudget(), "2m");
        faults.rate("rate.per-second", settings.rate().perSecond());
        faults.atLeastOne("rate.burst", settings.rate().burst());
        faults.notNegative("rate.longest-wait", settings.rate().longestWait(), "5s");
        faults.addAll(KeysetFaults.ofSeal(faults.named("seal-keyset"), settings.sealKeyset()));
        faults.addAll(AwsAccess.faults(aws));
        return faults.all();
    }
}
