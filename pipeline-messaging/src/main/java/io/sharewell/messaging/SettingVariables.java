package io.sharewell.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Environment variables that begin as a module's settings do, and are none of them. Misspelt, they would be passed over
 * without a word, and what they were to forbid would be done. Not asked of {@code aws-access}: AWS_ACCESS_KEY_ID is AWS's.
 */
final class SettingVariables {

    /** What Kubernetes tells pods of a Service that has the module's name. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile(".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_.*)?)");

    private final String prefix;
    private final Set<String> properties;

    /** @param mapping an interface with {@link ConfigMapping} */
    SettingVariables(Class<?> mapping) {
        this.prefix = variable(mapping.getAnnotation(ConfigMapping.class).prefix()) + "_";
        this.properties = new TreeSet<>(
                ConfigMappings.getProperties(ConfigClass.configClass(mapping)).keySet());
    }

    /** Those of this process, also from {@code .env}. */
    List<String> faults() {
        return faults(StreamSupport.stream(
                        ConfigProvider.getConfig().getConfigSources().spliterator(), false)
                .flatMap(source -> source.getPropertyNames().stream())
                .toList());
    }

    List<String> faults(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(prefix))
                .filter(name -> !OF_KUBERNETES.matcher(name).matches())
                .filter(name -> properties.stream().noneMatch(property -> matches(property, name)))
                .distinct()
                .sorted()
                .map(name -> name + " is no setting: did you mean " + nearest(name) + "?")
                .toList();
    }

    /** MicroProfile Config's rule: every character that is no letter or digit becomes an underscore. */
    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** A list may also be given entry by entry. */
    private static boolean matches(String property, String name) {
        String form = property.toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9*\\[\\]]", "_")
                .replace("[*]", "_[0-9]+_")
                .replace("*", ".+");
        return name.matches(form + "(_[0-9]+_)?");
    }

    private String nearest(String name) {
        return properties.stream()
                .map(property -> variable(property.replace("[*]", "[0]").replace("*", "NAME")))
                .max(Comparator.comparingInt(known -> alike(known, name)))
                .orElseThrow();
    }

    /** How many characters two names have alike at their beginning and their end. */
    private static int alike(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int first = IntStream.range(0, length)
                .filter(i -> one.charAt(i) != other.charAt(i))
                .findFirst()
                .orElse(length);
        int last = IntStream.range(0, length - first)
                .filter(i -> one.charAt(one.length() - 1 - i) != other.charAt(other.length() - 1 - i))
                .findFirst()
                .orElse(length - first);
        return first + last;
    }
}
