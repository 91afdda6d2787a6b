package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.sharewell.events.Topic;
import io.sharewell.seal.Grants;
import io.sharewell.seal.SessionSeal;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.StrimziAclOperation;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesTest {

    static Stream<String> overlays() throws IOException {
        try (Stream<Path> folders = Files.list(Code.ROOT.resolve("deploy/k8s/overlays"))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyOverlayKeepsAllRules(String overlay) {
        assertThat(KubernetesRules.faults(Kubectl.render(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void thePodStandardIsEnforcedAndDiscoveryIsNeverThereTwice(String overlay) {
        Rendered rendered = Rendered.parse(Kubectl.render(overlay));

        assertThat(rendered.all(Namespace.class)).singleElement().satisfies(it -> assertThat(
                        it.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
        assertThat(rendered.all(Deployment.class)
                        .filter(it -> it.getMetadata().getName().equals("account-discovery")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getSpec().getReplicas()).isEqualTo(1);
                    assertThat(it.getSpec().getStrategy().getType()).isEqualTo("Recreate");
                });
    }

    @Test
    void theKeysetsOfTheLocalOverlayNeverTakeThePlaceOfRealOnes() {
        Set<String> real = namespaces("production");

        assertThat(real).isEqualTo(namespaces("external-kafka")).containsExactly("sharewell");
        assertThat(namespaces("local")).hasSize(1).doesNotContainAnyElementsOf(real);
    }

    /** Those that an overlay makes or puts anything into. */
    private static Set<String> namespaces(String overlay) {
        return Rendered.parse(Kubectl.render(overlay)).objects().stream()
                .map(HasMetadata::getMetadata)
                .map(it -> Objects.requireNonNullElse(it.getNamespace(), it.getName()))
                .collect(Collectors.toSet());
    }

    @Test
    void everyServiceTakesSettingsOfItsOwn() throws IOException {
        Rendered rendered = Rendered.parse(Kubectl.render(
                "own-settings",
                """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                namespace: sharewell
                resources: [../../../k8s/overlays/production]
                configMapGenerator:
                """
                        + Code.SERVICES.stream()
                                .map("- {name: %1$s, behavior: merge, literals: [MEANT_FOR=%1$s]}\n"::formatted)
                                .collect(Collectors.joining())));
        Map<String, String> settings = rendered.all(ConfigMap.class)
                .filter(it -> it.getData().containsKey("MEANT_FOR"))
                .collect(Collectors.toMap(
                        it -> it.getMetadata().getName(), it -> it.getData().get("MEANT_FOR")));

        assertThat(rendered.all(Deployment.class)).hasSameSizeAs(Code.SERVICES).allSatisfy(service -> assertThat(
                        service.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnvFrom().stream()
                                .map(it -> settings.get(it.getConfigMapRef().getName()))
                                .filter(Objects::nonNull))
                .containsExactly(service.getMetadata().getName()));
    }

    @Test
    void strimzisTopicsAreWhatTheServicesWouldMake() {
        Rendered rendered = Rendered.parse(Kubectl.render("production"));

        assertThat(rendered.all(KafkaTopic.class)).allSatisfy(topic -> {
            boolean results = topic.getMetadata().getName().equals(Topic.SHARE_RESULTS.topicName());
            assertThat(topic.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "sharewell");
            assertThat(topic.getSpec().getPartitions()).isEqualTo(Defaults.partitions());
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(topic.getSpec().getConfig()).containsEntry("min.insync.replicas", 2);
            assertThat(((Number) topic.getSpec().getConfig().get("retention.ms")).longValue())
                    .isEqualTo((results ? Defaults.resultsRetention() : Defaults.retention()).toMillis());
            assertThat(topic.getSpec().getConfig()).containsEntry("segment.ms", 86_400_000);
        });
    }

    @Test
    void withTheComponentNobodyIsThereBetweenSweeps() throws IOException {
        String yaml = Kubectl.render(
                "scaled-to-zero",
                List.of("../../../k8s/overlays/production"),
                List.of("../../../k8s/components/scale-to-zero"));

        assertThat(KubernetesRules.faults(yaml)).isEmpty();
        assertThat(Rendered.parse(yaml).all(Keda.ScaledObject.class))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.getSpec().minReplicaCount()).isZero());
        assertThat(Rendered.parse(Kubectl.render("production")).all(Keda.ScaledObject.class))
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.getSpec().minReplicaCount())
                        .as("a rollout of credential-broker starts none beside those that are there")
                        .isEqualTo(it.getMetadata().getName().equals("credential-broker") ? 2 : 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "external-kafka"})
    void whoHasNeitherKedaNorPrometheusLeavesTheirComponentsOut(String overlay) throws IOException {
        String yaml =
                Kubectl.renderWithout(overlay, List.of("components/monitoring", "components/autoscaling", "- keda-"));

        assertThat(KubernetesRules.faults(yaml)).isEmpty();
        assertThat(yaml).contains("kind: Deployment").doesNotContain("keda.sh", "monitoring.coreos.com");
    }

    @Test
    void theAlertsLeadToWhereTheOverlaySays() {
        assertThat(Kubectl.render("production"))
                .contains("runbook_url: https://THE_REPOSITORY/docs/runbook.md#sharewellbehind")
                .doesNotContain("https://REPOSITORY");
    }

    @Test
    void theOperatorsPodHasAWayToKafkaAndNoMoreRightsThanItsCommandsTake() throws IOException {
        Rendered rendered = Rendered.parse(Kubectl.render("operator", List.of("../../../k8s/operator"), List.of()));

        assertThat(rendered.all(Pod.class)).singleElement().satisfies(pod -> {
            assertThat(pod.getSpec().getActiveDeadlineSeconds()).isPositive();
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
            Container container = pod.getSpec().getContainers().getFirst();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
        });
        KafkaUser user = rendered.all(KafkaUser.class).findFirst().orElseThrow();
        Map<String, List<StrimziAclOperation>> rights = new TreeMap<>();
        ((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization())
                .getAcls()
                .forEach(acl -> rights.put(((AclRuleTopicResource) acl.getResource()).getName(), acl.getOperations()));
        Map<String, List<StrimziAclOperation>> needed = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            boolean replayed = topic != Topic.SHARE_RESULTS;
            needed.put(
                    topic.topicName(),
                    replayed
                            ? List.of(StrimziAclOperation.READ, StrimziAclOperation.WRITE, StrimziAclOperation.DESCRIBE)
                            : List.of(StrimziAclOperation.READ, StrimziAclOperation.DESCRIBE));
            if (replayed) {
                needed.put(topic.dlq(), List.of(StrimziAclOperation.READ, StrimziAclOperation.DESCRIBE));
            }
        }
        assertThat(rights).isEqualTo(needed);
    }

    @Test
    void theOperatorsPodAsksTheBrokersOfTheOverlayAsItsUser() throws IOException {
        String script = Files.readString(Code.ROOT.resolve("deploy/k8s/operator/sharewell"));
        assertThat(settings("production").get("KAFKA_BOOTSTRAP_SERVERS")).isSubstringOf(script);

        Path user = Files.createDirectories(Code.ROOT.resolve("deploy/target/kafka-user"));
        Files.writeString(user.resolve("user.crt"), "the certificate");
        Files.writeString(user.resolve("user.key"), "the key");
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(Code.ROOT.resolve("deploy/k8s/operator/client.properties"))
                .replace("/kafka/user", user.toAbsolutePath().normalize().toString())));
        properties.put("bootstrap.servers", "localhost:9093");
        AdminClientConfig config = new AdminClientConfig(properties);

        assertThat(config.getPassword("ssl.keystore.key").value()).isEqualTo("the key");
        assertThat(config.getPassword("ssl.keystore.certificate.chain").value()).isEqualTo("the certificate");
    }

    private static Map<String, String> settings(String overlay) {
        Map<String, String> settings = new TreeMap<>();
        Rendered.parse(Kubectl.render(overlay)).all(ConfigMap.class).forEach(it -> settings.putAll(it.getData()));
        return settings;
    }

    @Test
    void theLocalOverlayUsesTheSimulatedOrganization() {
        assertThat(settings("local"))
                .containsEntry("AWS_ACCESS_KEY_ID", AwsSimulator.ACCESS_KEY_ID)
                .containsEntry("AWS_SECRET_ACCESS_KEY", AwsSimulator.SECRET_ACCESS_KEY)
                .containsEntry(
                        "SHARE_WRITER_TARGETS_0__PRINCIPAL",
                        GeneratedOrganization.of(20, 3, 1).reviewsAccountId());
    }

    @Test
    void theLocalOverlayBringsTheKeysetsSoThatNothingIsToBeMadeByHand(@TempDir Path folder) throws IOException {
        Map<String, Path> keysets = new TreeMap<>();
        for (Secret secret :
                Rendered.parse(Kubectl.render("local")).all(Secret.class).toList()) {
            byte[] keyset = Base64.getMimeDecoder().decode(secret.getData().get("keyset.json"));
            String name = secret.getMetadata().getName();
            keysets.put(name, Files.write(folder.resolve(name), keyset));
        }

        assertThat(keysets).containsOnlyKeys(Defaults.keysetsOf("credential-broker"));
        assertThatNoException().isThrownBy(() -> SessionSeal.from(keysets.get("seal-keyset")));
        assertThatNoException().isThrownBy(() -> Grants.from(keysets.get("grant-keyset")));
    }

    /** @param wrong what stands in the place of {@code right}, wherever that stands */
    record Mistake(String overlay, String right, String wrong, String fault) {}

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("local", "readinessProbe:", "readynessProbe:", "readynessProbe"),
                new Mistake("local", "limits:\n            cpu: \"2\"", "limits:", "lacks a limit"),
                new Mistake("local", "runAsUser: 10001", "runAsUser: 0", "root"),
                new Mistake("local", "kafka:4.1.1", "kafka:latest", "has no fixed image tag"),
                new Mistake("local", "readOnlyRootFilesystem: true", "privileged: false", "root file system"),
                new Mistake("local", "enableServiceLinks: false", "hostNetwork: true", "uses the host"),
                new Mistake("local", "PeriodSeconds: 40", "PeriodSeconds: 20", "before it has drained"),
                new Mistake("local", "SCHEDULE_EVERY: 24h", "SCHEDULE_EVERY: daily", "schedule.every"),
                new Mistake("local", "secretName: grant-keyset", "secretName: grants", "other keysets"),
                new Mistake("local", "  name: share-writer-", "  name: share-writer-x", "has no hash"),
                new Mistake("local", "kind: PodDisruptionBudget", "kind: PodBudget", "unexpected: policy/v1 PodBudget"),
                new Mistake("local", "  - Ingress\n  - Egress", "  - Ingress", "no NetworkPolicy denies"),
                new Mistake("local", "port: 9092\n", "port: 80\n", "has no way to Kafka"),
                new Mistake("local", "maxSurge: 0", "maxSurge: 1", "starts a third one"),
                new Mistake("production", "minReplicaCount: 2", "minReplicaCount: 1", "one alone"),
                new Mistake(
                        "production",
                        "      podSelector:\n        matchLabels:\n          app.kubernetes.io/name: prometheus\n",
                        "",
                        "lets in every pod of a namespace"),
                new Mistake("production", "name: accounts.retry.2\n", "name: accounts.retry.4\n", "accounts.retry.2"),
                new Mistake("production", "TOPICS_CREATE:", "TOPICS_MAKE:", "PIPELINE_MESSAGING_TOPICS_MAKE"),
                new Mistake("production", "SSL_KEYSTORE_TYPE", "SSL_KEYSTORE_KIND", "KAFKA_SSL_KEYSTORE_KIND"),
                new Mistake("production", "kind: ConfigMap", "kind: Secret", "does not belong into an overlay"),
                new Mistake("production", "name: workloads-found\n", "name: '*'\n", "wildcard"),
                new Mistake("production", "patternType: literal", "patternType: prefix", "wildcard"),
                new Mistake("production", "- Read\n      - Write\n", "- All\n", "must have"),
                new Mistake(
                        "production",
                        "  name: accounts.dlq\n        ",
                        "  name: accounts.dead\n        ",
                        "does not use"),
                new Mistake("production", "topic: accounts.retry.1", "topic: accounts", "is scaled by other groups"),
                new Mistake("production", "maxReplicaCount: 12", "maxReplicaCount: 13", "number of partitions"),
                new Mistake(
                        "production",
                        "name: region-scanner\n  namespace",
                        "annotations: {role: x}\n  name: region-scanner\n  namespace",
                        "needs none"),
                new Mistake("production", "    type: kafka\n", "    kind: kafka\n", "kind"),
                new Mistake("production", "- 169.254.0.0/16\n", "- 10.0.0.0/8\n", "instance metadata"),
                new Mistake("external-kafka", "SASL_MECHANISM", "SASL_MECHANIC", "KAFKA_SASL_MECHANIC"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsCaught(Mistake mistake) {
        String yaml = Kubectl.render(mistake.overlay());

        assertThat(yaml.contains(mistake.right())).as(mistake.right()).isTrue();
        assertThat(KubernetesRules.faults(yaml.replace(mistake.right(), mistake.wrong())))
                .anySatisfy(fault -> assertThat(fault).contains(mistake.fault()));
    }
}
