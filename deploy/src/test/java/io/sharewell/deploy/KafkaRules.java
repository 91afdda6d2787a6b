package io.sharewell.deploy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.sharewell.events.Topic;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.KafkaUserTlsClientAuthentication;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Topics and rights: what the code uses, and nothing else. */
final class KafkaRules {

    private final Rendered rendered;
    private final List<String> faults = new ArrayList<>();

    private KafkaRules(Rendered rendered) {
        this.rendered = rendered;
    }

    static List<String> faults(Rendered rendered) {
        KafkaRules rules = new KafkaRules(rendered);
        boolean servicesMakeTopics = rendered.all(ConfigMap.class)
                .noneMatch(config -> "false".equals(config.getData().get("PIPELINE_MESSAGING_TOPICS_CREATE")));
        rules.checkTopics(servicesMakeTopics);
        if (!servicesMakeTopics) {
            Map<String, KafkaUser> users = rendered.all(KafkaUser.class)
                    .collect(Collectors.toMap(user -> user.getMetadata().getName(), user -> user));
            Code.SERVICES.forEach(service -> rules.checkUser(service, users.get(service)));
        }
        return rules.faults;
    }

    /** Either the services make the topics, or all are there. */
    private void checkTopics(boolean servicesMakeTopics) {
        Set<String> there = rendered.all(KafkaTopic.class)
                .map(topic -> topic.getMetadata().getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = servicesMakeTopics
                ? Set.of()
                : Arrays.stream(Topic.values())
                        .flatMap(topic -> topic.family().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        there.removeAll(wanted);
        must(missing.isEmpty(), "topics are missing: " + missing);
        must(there.isEmpty(), "topics that the code does not know: " + there);
    }

    private void checkUser(String service, KafkaUser user) {
        if (user == null) {
            faults.add("no KafkaUser " + service);
            return;
        }
        must(
                user.getSpec().getAuthentication() instanceof KafkaUserTlsClientAuthentication,
                service + " needs no certificate to speak with Kafka");
        Map<String, Set<StrimziAclOperation>> given = new TreeMap<>();
        if (user.getSpec().getAuthorization() instanceof KafkaUserAuthorizationSimple simple) {
            simple.getAcls().forEach(rule -> given.put(subject(service, rule), new TreeSet<>(rule.getOperations())));
        }
        Map<String, Set<StrimziAclOperation>> wanted = wanted(KafkaUse.of(service));
        wanted.forEach((subject, operations) -> must(
                operations.equals(given.get(subject)),
                service + " must have " + operations + " on " + subject + ", has " + given.get(subject)));
        given.keySet().removeAll(wanted.keySet());
        must(given.isEmpty(), service + " has rights that its code does not use: " + given);
    }

    private String subject(String service, AclRule rule) {
        return switch (rule.getResource()) {
            case AclRuleTopicResource it -> subject(service, "topic ", it.getName(), it.getPatternType());
            case AclRuleGroupResource it -> subject(service, "group ", it.getName(), it.getPatternType());
            default -> rule.getResource().getType();
        };
    }

    private String subject(String service, String kind, String name, AclResourcePatternType pattern) {
        must(pattern == AclResourcePatternType.LITERAL && !name.contains("*"), service + " has a wildcard on " + name);
        return kind + name;
    }

    /** Whoever may read or write may describe, as Kafka has it; Strimzi's users say so. */
    private static Map<String, Set<StrimziAclOperation>> wanted(KafkaUse use) {
        Map<String, Set<StrimziAclOperation>> wanted = new TreeMap<>();
        use.reads().forEach(topic -> operations(wanted, topic).add(StrimziAclOperation.READ));
        use.writes().forEach(topic -> operations(wanted, topic).add(StrimziAclOperation.WRITE));
        wanted.values().forEach(operations -> operations.add(StrimziAclOperation.DESCRIBE));
        use.groups().keySet().forEach(group -> wanted.put("group " + group, Set.of(StrimziAclOperation.READ)));
        return wanted;
    }

    private static Set<StrimziAclOperation> operations(Map<String, Set<StrimziAclOperation>> all, String topic) {
        return all.computeIfAbsent("topic " + topic, _ -> new TreeSet<>());
    }

    private void must(boolean fulfilled, String fault) {
        if (!fulfilled) {
            faults.add(fault);
        }
    }
}
