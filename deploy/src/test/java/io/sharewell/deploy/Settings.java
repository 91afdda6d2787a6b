package io.sharewell.deploy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Environment variables of a service against the settings in the code. */
final class Settings {

    /** Variables of the AWS SDK, as far as the deployment uses any. */
    private static final Set<String> OF_LIBRARIES =
            Set.of("AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    private static final Set<String> SHARED = Set.of("pipeline-messaging", "aws-access");
    private static final Map<String, List<Pattern>> NAMES = names();

    private Settings() {}

    /** Variables that no setting of the service has, and values that a setting cannot have. */
    static List<String> faults(String service, Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        for (String name : new TreeMap<>(environment).keySet()) {
            if (!isKnown(service, name)) {
                faults.add(service + ": no setting has the variable " + name);
            }
        }
        try {
            parse(service, environment);
        } catch (ConfigValidationException | IllegalArgumentException e) {
            faults.add(service + ": " + e.getMessage());
        }
        return faults;
    }

    private static boolean isKnown(String service, String variable) {
        return OF_LIBRARIES.contains(variable)
                || isOfKafka(variable)
                || variable.startsWith("QUARKUS_")
                || NAMES.entrySet().stream()
                        .filter(names -> concerns(service, names.getKey()))
                        .flatMap(names -> names.getValue().stream())
                        .anyMatch(name -> name.matcher(variable).matches());
    }

    /** Quarkus hands KAFKA_SECURITY_PROTOCOL to all clients as security.protocol. */
    private static boolean isOfKafka(String variable) {
        return variable.startsWith("KAFKA_")
                && ConsumerConfig.configNames()
                        .contains(variable.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'));
    }

    private static void parse(String service, Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300));
        Code.settings().stream().filter(type -> concerns(service, prefix(type))).forEach(builder::withMapping);
        builder.build();
    }

    private static boolean concerns(String service, String prefix) {
        return prefix.equals(service) || SHARED.contains(prefix);
    }

    private static String prefix(Class<?> type) {
        return type.getAnnotation(ConfigMapping.class).prefix();
    }

    private static Map<String, List<Pattern>> names() {
        Map<String, List<Pattern>> names = new TreeMap<>();
        for (Class<?> type : Code.settings()) {
            names.put(
                    prefix(type),
                    ConfigMappings.getProperties(ConfigClass.configClass(type)).keySet().stream()
                            .map(Settings::variable)
                            .toList());
        }
        return names;
    }

    /** MicroProfile Config's rule: every character that is no letter or digit becomes an underscore. */
    private static Pattern variable(String property) {
        return Pattern.compile(property.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9*\\[\\]]", "_")
                .replace("[*]", "_[0-9]+_")
                .replace("*", ".+"));
    }
}
