package io.sharewell.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml must be like. */
final class ComposeRules {

    private final Map<?, ?> services;
    private final Map<?, ?> volumes;
    private final List<String> faults = new ArrayList<>();

    private ComposeRules(Map<?, ?> file) {
        this.services = map(file.get("services"));
        this.volumes = map(file.get("volumes"));
    }

    static List<String> faults(String yaml) {
        ComposeRules rules =
                new ComposeRules(map(new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(yaml)));
        rules.services.forEach((name, service) -> rules.check((String) name, map(service)));
        for (String service : Code.SERVICES) {
            rules.checkOurs(service, "simulator", map(rules.services.get(service)));
            rules.checkOurs(service, "aws", map(rules.services.get(service + "-aws")));
        }
        Stream.of("simulator", "aws").forEach(rules::checkProfile);
        return rules.faults;
    }

    private void check(String name, Map<?, ?> service) {
        must(((String) service.get("user")).matches("[1-9]\\d*:\\d+"), name + " has no numeric user, or root");
        must(Boolean.TRUE.equals(service.get("read_only")), name + " may write to its root file system");
        must(List.of("ALL").equals(service.get("cap_drop")), name + " keeps capabilities");
        must(List.of("no-new-privileges:true").equals(service.get("security_opt")), name + " may gain privileges");
        must(service.get("privileged") == null && service.get("cap_add") == null, name + " has privileges");
        must(service.get("mem_limit") != null, name + " has no limit of memory");
        must(service.get("healthcheck") != null || endsByItself(name), name + " has no health check");
        must(((String) service.get("image")).matches("[^:]+:(?!latest).+"), name + " has no fixed image tag");
        must(
                services.keySet().containsAll(map(service.get("depends_on")).keySet()),
                name + " depends on what is not there");
        for (Object mount : (List<?>) Objects.requireNonNullElse(service.get("volumes"), List.of())) {
            String source = ((String) mount).split(":")[0];
            boolean hasNoName = source.equals(mount);
            must(hasNoName || volumes.containsKey(source), name + " mounts what is not there: " + mount);
        }
    }

    private boolean endsByItself(String name) {
        return services.values().stream()
                .map(other -> map(map(map(other).get("depends_on")).get(name)))
                .anyMatch(condition -> "service_completed_successfully".equals(condition.get("condition")));
    }

    /** Whoever is started depends on nobody who is not. */
    private void checkProfile(String profile) {
        services.forEach((name, service) -> {
            if (isOf(profile, map(service))) {
                map(map(service).get("depends_on"))
                        .keySet()
                        .forEach(other -> must(
                                isOf(profile, map(services.get(other))),
                                name + " waits in profile " + profile + " for " + other));
            }
        });
    }

    private static boolean isOf(String profile, Map<?, ?> service) {
        return service.get("profiles") instanceof List<?> profiles && profiles.contains(profile);
    }

    private void checkOurs(String name, String profile, Map<?, ?> service) {
        must(isOf(profile, service), name + " is not in profile " + profile);
        must(
                name.equals(map(map(service.get("build")).get("args")).get("SERVICE")),
                name + " is built of another service");
        must(
                Integer.parseInt(((String) service.get("stop_grace_period")).replace("s", ""))
                        > Defaults.drain().toSeconds(),
                name + " is killed before it has drained");
        Map<String, String> environment = new TreeMap<>();
        map(service.get("environment"))
                .forEach((key, value) -> environment.put((String) key, interpolated((String) value)));
        faults.addAll(Settings.faults(name, environment));
    }

    /** {@code ${NAME:-default}}; where there is no default, an account id does for everything. */
    private static String interpolated(String value) {
        return value.replaceAll("\\$\\{\\w+:-}", "333333333333").replaceAll("\\$\\{\\w+:-([^}]+)}", "$1");
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) Objects.requireNonNullElse(value, Map.of());
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
