package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    /** Also where promtool is not installed, which compares them exactly. */
    @Test
    void theWordsThatAreExpectedAreThoseOfTheRules() throws Exception {
        List<Map<?, ?>> rules = maps(maps(rules(), "groups").getFirst(), "rules");
        List<Map<?, ?>> expectations = expectations();

        assertThat(expectations)
                .extracting(expected -> (String) expected.get("alertname"))
                .containsAll(
                        rules.stream().map(rule -> (String) rule.get("alert")).toList());
        for (Map<?, ?> expected : expectations) {
            Map<?, ?> rule = rules.stream()
                    .filter(it -> it.get("alert").equals(expected.get("alertname")))
                    .findFirst()
                    .orElseThrow();
            assertThat(maps(expected, "exp_alerts"))
                    .extracting(alert -> (Map<?, ?>) alert.get("exp_annotations"))
                    .allSatisfy(annotations -> ((Map<?, ?>) rule.get("annotations"))
                            .forEach((name, text) ->
                                    assertThat((String) annotations.get(name)).matches(filledIn((String) text))));
        }
    }

    private static Pattern filledIn(String template) {
        return Pattern.compile(Arrays.stream(template.split("\\{\\{.*?}}", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".+")));
    }

    private static List<Map<?, ?>> expectations() throws IOException {
        try (InputStream tests = AlertsTest.class.getResourceAsStream("/alerts-test.yaml")) {
            Map<?, ?> file = yaml().load(tests);
            return maps(file, "tests").stream()
                    .flatMap(test -> maps(test, "alert_rule_test").stream())
                    .toList();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> maps(Map<?, ?> parent, String name) {
        return (List<Map<?, ?>>) parent.get(name);
    }

    private static Yaml yaml() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    /** As a file of Prometheus has them, without Kubernetes around them. */
    private static Map<?, ?> rules() {
        for (Object document : yaml().loadAll(Kubectl.render("production"))) {
            Map<?, ?> object = (Map<?, ?>) document;
            if ("PrometheusRule".equals(object.get("kind"))) {
                return (Map<?, ?>) object.get("spec");
            }
        }
        throw new AssertionError("no PrometheusRule");
    }
}
