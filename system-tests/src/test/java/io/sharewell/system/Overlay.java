package io.sharewell.system;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What an overlay of deploy/k8s says about Kafka, as kubectl renders it. */
record Overlay(List<Map<?, ?>> objects) {

    private static final Path K8S = Path.of("../deploy/k8s");

    /** @param folder of deploy/k8s */
    static Overlay render(String folder) throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "kubectl"))),
                "kubectl is not installed: the Kubernetes manifests are not tried");
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", folder)
                .directory(K8S.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new IllegalStateException("kubectl does not render " + folder);
        }
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return new Overlay(StreamSupport.stream(documents.spliterator(), false)
                .<Map<?, ?>>map(it -> (Map<?, ?>) it)
                .toList());
    }

    List<String> topics() {
        return ofKind("KafkaTopic").map(Overlay::name).toList();
    }

    /** What a user of Strimzi's may do. */
    List<AclBinding> rights(String user, String principal) {
        Map<?, ?> custom = ofKind("KafkaUser")
                .filter(it -> name(it).equals(user))
                .findFirst()
                .orElseThrow();
        return Overlay.<Map<?, ?>>list(map(map(custom, "spec"), "authorization"), "acls").stream()
                .flatMap(rule -> Overlay.<String>list(rule, "operations").stream()
                        .map(operation -> right(map(rule, "resource"), operation, principal)))
                .toList();
    }

    private static AclBinding right(Map<?, ?> resource, String operation, String principal) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(resource.get("type").toString()),
                        resource.get("name").toString(),
                        PatternType.fromString(
                                resource.get("patternType").toString().toUpperCase(Locale.ROOT))),
                new AccessControlEntry(principal, "*", AclOperation.fromString(operation), AclPermissionType.ALLOW));
    }

    /** The settings of all services that have to do with Kafka, for who has {@code /kafka} mounted elsewhere. */
    Map<String, String> kafkaSettings(Path mounted) {
        Map<String, String> settings = new HashMap<>();
        ofKind("ConfigMap")
                .filter(it -> name(it).matches("sharewell-\\w+"))
                .flatMap(it -> map(it, "data").entrySet().stream())
                .filter(it -> it.getKey().toString().matches("(KAFKA|PIPELINE_MESSAGING_TOPICS)_.*"))
                .forEach(it -> settings.put(
                        it.getKey().toString(), it.getValue().toString().replaceFirst("^/kafka/", mounted + "/")));
        return settings;
    }

    /** A file of a ConfigMap. */
    String file(String configMap, String name) {
        return ofKind("ConfigMap")
                .filter(it -> name(it).startsWith(configMap + "-"))
                .map(it -> map(it, "data").get(name).toString())
                .findFirst()
                .orElseThrow();
    }

    /** The groups whose lag scales a service, each with its topic. */
    Map<String, String> scaledBy() {
        return ofKind("ScaledObject")
                .flatMap(it -> Overlay.<Map<?, ?>>list(map(it, "spec"), "triggers").stream())
                .map(trigger -> map(trigger, "metadata"))
                .collect(Collectors.toMap(it -> it.get("consumerGroup").toString(), it -> it.get("topic")
                        .toString()));
    }

    private Stream<Map<?, ?>> ofKind(String kind) {
        return objects.stream().filter(it -> kind.equals(it.get("kind")));
    }

    private static String name(Map<?, ?> object) {
        return map(object, "metadata").get("name").toString();
    }

    private static Map<?, ?> map(Map<?, ?> parent, String key) {
        return (Map<?, ?>) parent.get(key);
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Map<?, ?> parent, String key) {
        return (List<T>) parent.get(key);
    }
}
