package io.sharewell.deploy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.sharewell.messaging.MessagingSettings;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What the code says and the deployment repeats. */
final class Defaults {

    private Defaults() {}

    /** How long a stopping service works on. */
    static Duration drain() {
        return DurationConverter.parseDuration(of(MessagingSettings.class, "drain"));
    }

    static Duration retention() {
        return DurationConverter.parseDuration(of(MessagingSettings.Topics.class, "retention"));
    }

    static Duration resultsRetention() {
        return DurationConverter.parseDuration(of(MessagingSettings.Topics.class, "resultsRetention"));
    }

    static int partitions() {
        return Integer.parseInt(of(MessagingSettings.Topics.class, "partitions"));
    }

    /** The Secrets of a service: account-discovery sees no credentials, and grants are the broker's alone. */
    static Set<String> keysetsOf(String service) {
        return switch (service) {
            case "account-discovery" -> Set.of();
            case "credential-broker" -> Set.of("seal-keyset", "grant-keyset");
            default -> Set.of("seal-keyset");
        };
    }

    static String of(Class<?> settings, String name) {
        try {
            return settings.getMethod(name).getAnnotation(WithDefault.class).value();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
