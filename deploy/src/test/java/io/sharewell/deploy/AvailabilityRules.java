package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Budgets, spread and scaling. */
final class AvailabilityRules {

    private final Rendered rendered;
    private final List<String> faults = new ArrayList<>();

    private AvailabilityRules(Rendered rendered) {
        this.rendered = rendered;
    }

    static List<String> faults(Rendered rendered) {
        AvailabilityRules rules = new AvailabilityRules(rendered);
        rendered.all(Deployment.class)
                .filter(it -> Code.SERVICES.contains(it.getMetadata().getName()))
                .forEach(rules::check);
        rendered.all(Keda.ScaledObject.class).forEach(rules::check);
        return rules.faults;
    }

    private void check(Deployment deployment) {
        String service = deployment.getMetadata().getName();
        Map<String, String> labels =
                deployment.getSpec().getTemplate().getMetadata().getLabels();
        must(
                rendered.all(PodDisruptionBudget.class)
                                .filter(it -> NetworkRules.selects(it.getSpec().getSelector(), labels))
                                .count()
                        == 1,
                service + " has not one PodDisruptionBudget");
        Set<String> spread = deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints().stream()
                .filter(it -> isOfItsOwn(it.getLabelSelector(), labels))
                .map(TopologySpreadConstraint::getTopologyKey)
                .collect(Collectors.toSet());
        must(
                spread.equals(Set.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")),
                service + " is not spread over zones and nodes");
        if (service.equals("credential-broker")) {
            checkRollout(deployment);
        }
        boolean scaled = rendered.all(Keda.ScaledObject.class)
                .anyMatch(it -> it.getSpec().scaleTargetRef().name().equals(service));
        must(
                scaled == (deployment.getSpec().getReplicas() == null),
                service + " has a number of replicas and a ScaledObject, or neither");
    }

    /** Each broker keeps to a rate of STS by itself, and AWS allows what two make. */
    private void checkRollout(Deployment deployment) {
        boolean startsNoneBeside = Optional.ofNullable(deployment.getSpec().getStrategy())
                .map(DeploymentStrategy::getRollingUpdate)
                .map(RollingUpdateDeployment::getMaxSurge)
                .filter(surge -> surge.equals(new IntOrString(0)))
                .isPresent();
        must(startsNoneBeside, "a rollout of credential-broker starts a third one");
    }

    private static boolean isOfItsOwn(LabelSelector selector, Map<String, String> labels) {
        return NetworkRules.selects(selector, labels)
                && selector.getMatchLabels().containsKey("app.kubernetes.io/name");
    }

    private void check(Keda.ScaledObject scaled) {
        String service = scaled.getSpec().scaleTargetRef().name();
        must(!service.equals("account-discovery"), "account-discovery is scaled: it must be there once");
        must(
                !service.equals("credential-broker") || scaled.getSpec().minReplicaCount() != 1,
                "credential-broker may be one alone, which a rollout takes away before the next is ready");
        Map<String, String> triggers = new TreeMap<>();
        scaled.getSpec()
                .triggers()
                .forEach(it -> triggers.put(
                        it.metadata().get("consumerGroup"), it.metadata().get("topic")));
        must(
                triggers.equals(KafkaUse.of(service).groups()),
                service + " is scaled by other groups and topics than its own: " + triggers);
        must(
                scaled.getSpec().maxReplicaCount() <= Defaults.partitions(),
                service + " is scaled beyond the number of partitions");
        must(
                scaled.getSpec().triggers().stream()
                        .map(it -> it.metadata().get("bootstrapServers"))
                        .allMatch(servers -> servers.contains(":")),
                service + " is scaled by a cluster that the overlay does not name");
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
