package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every overlay must be like. */
final class KubernetesRules {

    private static final Set<String> WITH_AWS_ROLE = Set.of("account-discovery", "credential-broker");

    /** Certificates to speak with Kafka, called after the user or the cluster. */
    private static final Pattern OF_KAFKA =
            Pattern.compile("sharewell-cluster-ca-cert|" + String.join("|", Code.SERVICES));

    private final Rendered rendered;
    private final Map<String, Map<String, String>> configs;
    private final List<String> faults = new ArrayList<>();

    private KubernetesRules(Rendered rendered) {
        this.rendered = rendered;
        this.configs = rendered.all(ConfigMap.class)
                .collect(Collectors.toMap(it -> it.getMetadata().getName(), ConfigMap::getData));
    }

    /** @param yaml what kubectl made of an overlay */
    static List<String> faults(String yaml) {
        Rendered rendered;
        try {
            rendered = Rendered.parse(yaml);
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
        KubernetesRules rules = new KubernetesRules(rendered);
        Map<String, PodSpec> pods = rendered.pods();
        pods.forEach((name, pod) -> rules.faults.addAll(PodRules.faults(name, pod)));
        Code.SERVICES.forEach(service -> rules.checkService(service, pods.get(service)));
        rules.checkConfigs();
        rules.checkSecrets(pods.containsKey("simulator"));
        rules.checkAwsRoles();
        rules.faults.addAll(KafkaRules.faults(rendered));
        rules.faults.addAll(NetworkRules.faults(rendered));
        rules.faults.addAll(AvailabilityRules.faults(rendered));
        return rules.faults;
    }

    private void checkService(String service, PodSpec pod) {
        if (pod == null) {
            faults.add("no Deployment " + service);
            return;
        }
        Container container = pod.getContainers().getFirst();
        must(container.getName().equals(service), "the container of " + service + " is called otherwise");
        must(service.equals(pod.getServiceAccountName()), service + " has no ServiceAccount of its own");
        must(container.getImage().contains("sharewell/" + service + ":"), service + " runs another image");
        must(
                pod.getTerminationGracePeriodSeconds() > Defaults.drain().toSeconds(),
                service + " is killed before it has drained");
        must(
                keysets(pod).equals(Defaults.keysetsOf(service)),
                service + " has other keysets than it needs: " + keysets(pod));
        faults.addAll(Settings.faults(service, environment(service, container)));
    }

    private Map<String, String> environment(String service, Container container) {
        Map<String, String> environment = new TreeMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            String name = source.getConfigMapRef().getName();
            must(configs.containsKey(name), service + " refers to a ConfigMap that is not there: " + name);
            environment.putAll(configs.getOrDefault(name, Map.of()));
        }
        for (EnvVar variable : container.getEnv()) {
            boolean given = variable.getValue() != null;
            must(
                    given || variable.getValueFrom().getSecretKeyRef() != null,
                    service + ": " + variable.getName() + " has no value");
            environment.put(variable.getName(), given ? variable.getValue() : "of-a-secret");
        }
        return environment;
    }

    private static Set<String> keysets(PodSpec pod) {
        return pod.getVolumes().stream()
                .map(Volume::getSecret)
                .filter(Objects::nonNull)
                .map(secret -> secret.getSecretName())
                .filter(name -> !OF_KAFKA.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Without the hash of its content in its name, a changed ConfigMap restarts nobody. */
    private void checkConfigs() {
        configs.keySet()
                .forEach(name -> must(name.matches(".+-[a-z0-9]{10}"), "the ConfigMap " + name + " has no hash"));
    }

    /** What stands in a repository is no secret; the simulator needs none. */
    private void checkSecrets(boolean simulated) {
        rendered.all(Secret.class)
                .forEach(secret -> must(
                        simulated,
                        "the Secret " + secret.getMetadata().getName() + " does not belong into an overlay"));
    }

    /** Only the two that call AWS as themselves. */
    private void checkAwsRoles() {
        rendered.all(ServiceAccount.class).forEach(account -> {
            String service = account.getMetadata().getName();
            Map<String, String> annotations =
                    Objects.requireNonNullElse(account.getMetadata().getAnnotations(), Map.of());
            must(
                    annotations.isEmpty() || WITH_AWS_ROLE.contains(service),
                    service + " has a role in AWS and needs none");
        });
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
