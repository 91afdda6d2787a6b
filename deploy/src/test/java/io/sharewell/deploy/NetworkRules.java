package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Everything is denied that is not needed, and what is needed is allowed. */
final class NetworkRules {

    private final Rendered rendered;
    private final List<String> faults = new ArrayList<>();

    private NetworkRules(Rendered rendered) {
        this.rendered = rendered;
    }

    static List<String> faults(Rendered rendered) {
        NetworkRules rules = new NetworkRules(rendered);
        if (rendered.all(NetworkPolicy.class).noneMatch(NetworkRules::deniesAll)) {
            rules.faults.add("no NetworkPolicy denies what no other allows");
        }
        rendered.all(NetworkPolicy.class).forEach(rules::check);
        Code.SERVICES.forEach(rules::checkWays);
        return rules.faults;
    }

    private static boolean deniesAll(NetworkPolicy policy) {
        return selectsAll(policy.getSpec().getPodSelector())
                && Set.copyOf(policy.getSpec().getPolicyTypes()).equals(Set.of("Ingress", "Egress"))
                && policy.getSpec().getIngress().isEmpty()
                && policy.getSpec().getEgress().isEmpty();
    }

    private void check(NetworkPolicy policy) {
        String name = policy.getMetadata().getName();
        for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
            must(!rule.getFrom().isEmpty(), name + " lets everybody in");
            must(!rule.getPorts().isEmpty(), name + " lets into every port");
            must(
                    rule.getFrom().stream()
                            .noneMatch(
                                    peer -> peer.getNamespaceSelector() != null && selectsAll(peer.getPodSelector())),
                    name + " lets in every pod of a namespace");
        }
        for (NetworkPolicyEgressRule rule : policy.getSpec().getEgress()) {
            must(!(rule.getTo().isEmpty() && rule.getPorts().isEmpty()), name + " lets out to everywhere");
            must(
                    rule.getTo().stream()
                            .map(peer -> peer.getIpBlock())
                            .filter(block -> block != null && block.getCidr().equals("0.0.0.0/0"))
                            .allMatch(block -> block.getExcept().contains("169.254.0.0/16")),
                    name + " lets to the node's instance metadata");
        }
    }

    /** A service needs names, Kafka, and AWS or what stands for it. */
    private void checkWays(String service) {
        Map<String, String> labels = rendered.all(Deployment.class)
                .filter(it -> it.getMetadata().getName().equals(service))
                .findFirst()
                .map(it -> it.getSpec().getTemplate().getMetadata().getLabels())
                .orElse(Map.of());
        Set<Integer> ports = rendered.all(NetworkPolicy.class)
                .filter(policy -> selects(policy.getSpec().getPodSelector(), labels))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .collect(Collectors.toCollection(TreeSet::new));
        must(ports.contains(53), service + " cannot look up names");
        must(ports.stream().anyMatch(port -> port / 10 == 909), service + " has no way to Kafka");
        must(ports.contains(443) || ports.contains(4566), service + " has no way to AWS");
    }

    static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return selectsAll(selector)
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                        && selector.getMatchExpressions().stream()
                                .allMatch(it -> it.getOperator().equals("In")
                                        && it.getValues().contains(labels.get(it.getKey())));
    }

    /** The model takes an empty selector for none. */
    private static boolean selectsAll(LabelSelector selector) {
        return selector == null
                || selector.getMatchLabels().isEmpty()
                        && selector.getMatchExpressions().isEmpty();
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
