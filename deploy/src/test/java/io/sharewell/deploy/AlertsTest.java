package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The alerts as Prometheus evaluates them: alerts-test.yaml says of which series each is to be heard, and when. */
class AlertsTest {

    @TempDir
    Path folder;

    @Test
    void areHeardWhenTheyShouldBeAndOnlyThen() throws Exception {
        assumeTrue(Programs.isInstalled("promtool"), "promtool is not installed: the alerts are not tried");
        Files.writeString(folder.resolve("alerts.yaml"), new Yaml().dump(rules()));
        try (InputStream tests = AlertsTest.class.getResourceAsStream("/alerts-test.yaml")) {
            Files.copy(tests, folder.resolve("alerts-test.yaml"));
        }

        Process promtool = new ProcessBuilder("promtool", "test", "rules", "alerts-test.yaml")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
    }

    /** As a file of Prometheus has them, without Kubernetes around them. */
    private static Map<?, ?> rules() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        for (Object document : yaml.loadAll(Kubectl.render("production"))) {
            Map<?, ?> object = (Map<?, ?>) document;
            if ("PrometheusRule".equals(object.get("kind"))) {
                return (Map<?, ?>) object.get("spec");
            }
        }
        throw new AssertionError("no PrometheusRule");
    }
}
