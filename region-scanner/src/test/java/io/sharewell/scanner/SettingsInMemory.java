package io.sharewell.scanner;

import io.sharewell.aws.config.AwsAccessSettings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings without a running application. */
public final class SettingsInMemory {

    private SettingsInMemory() {}

    public static SmallRyeConfig ofProperties(Map<String, String> properties) {
        return builder()
                .withSources(new PropertiesConfigSource(properties, "test", 300))
                .build();
    }

    public static SmallRyeConfig ofEnvironment(Map<String, String> environment) {
        return builder().withSources(new EnvConfigSource(environment, 300)).build();
    }

    private static SmallRyeConfigBuilder builder() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(ScannerSettings.class)
                .withMapping(AwsAccessSettings.class);
    }
}
