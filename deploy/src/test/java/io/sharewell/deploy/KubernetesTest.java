package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.sharewell.events.Topic;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    void strimzisTopicsAreWhatTheServicesWouldMake() {
        Rendered rendered = Rendered.parse(Kubectl.render("strimzi"));

        assertThat(rendered.all(KafkaTopic.class)).allSatisfy(topic -> {
            boolean results = topic.getMetadata().getName().equals(Topic.SHARE_RESULTS.topicName());
            assertThat(topic.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "sharewell");
            assertThat(topic.getSpec().getPartitions()).isEqualTo(Defaults.partitions());
            assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
            assertThat(((Number) topic.getSpec().getConfig().get("retention.ms")).longValue())
                    .isEqualTo((results ? Defaults.resultsRetention() : Defaults.retention()).toMillis());
        });
    }

    @Test
    void theSimulatorOverlayUsesTheSimulatedOrganization() {
        Map<String, String> settings = new TreeMap<>();
        Rendered.parse(Kubectl.render("simulator")).all(ConfigMap.class).forEach(it -> settings.putAll(it.getData()));

        assertThat(settings)
                .containsEntry("AWS_ACCESS_KEY_ID", AwsSimulator.ACCESS_KEY_ID)
                .containsEntry("AWS_SECRET_ACCESS_KEY", AwsSimulator.SECRET_ACCESS_KEY)
                .containsEntry(
                        "SHARE_WRITER_TARGETS_0__PRINCIPAL",
                        GeneratedOrganization.of(20, 3, 1).reviewsAccountId());
    }

    /** @param wrong what stands in the place of {@code right}, wherever that stands */
    record Mistake(String overlay, String right, String wrong, String fault) {}

    static List<Mistake> mistakes() {
        return List.of(
                new Mistake("simulator", "readinessProbe:", "readynessProbe:", "readynessProbe"),
                new Mistake("simulator", "limits:\n            cpu: \"2\"", "limits:", "lacks a limit"),
                new Mistake("simulator", "runAsUser: 10001", "runAsUser: 0", "root"),
                new Mistake("simulator", "kafka:4.1.1", "kafka:latest", "has no fixed image tag"),
                new Mistake("simulator", "readOnlyRootFilesystem: true", "privileged: false", "root file system"),
                new Mistake("simulator", "enableServiceLinks: false", "hostNetwork: true", "uses the host"),
                new Mistake("simulator", "PeriodSeconds: 40", "PeriodSeconds: 20", "before it has drained"),
                new Mistake("simulator", "SCHEDULE_EVERY: 24h", "SCHEDULE_EVERY: daily", "schedule.every"),
                new Mistake("simulator", "secretName: grant-keyset", "secretName: grants", "other keysets"),
                new Mistake("strimzi", "name: accounts.retry.2\n", "name: accounts.retry.4\n", "accounts.retry.2"),
                new Mistake("strimzi", "TOPICS_CREATE:", "TOPICS_MAKE:", "PIPELINE_MESSAGING_TOPICS_MAKE"),
                new Mistake("strimzi", "kind: ConfigMap", "kind: Secret", "unexpected: v1 Secret"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsCaught(Mistake mistake) {
        String yaml = Kubectl.render(mistake.overlay());

        assertThat(yaml).contains(mistake.right());
        assertThat(KubernetesRules.faults(yaml.replace(mistake.right(), mistake.wrong())))
                .anySatisfy(fault -> assertThat(fault).contains(mistake.fault()));
    }
}
