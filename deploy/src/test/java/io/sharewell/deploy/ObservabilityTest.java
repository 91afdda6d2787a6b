package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.events.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ObservabilityTest {

    private static final Pattern METRIC = Pattern.compile("\\b(sharewell|kafka)_[a-z_]+");

    private static List<Monitoring.Alert> alerts() {
        return Rendered.parse(Kubectl.render("production"))
                .all(Monitoring.PrometheusRule.class)
                .flatMap(rule -> rule.getSpec().groups().stream())
                .flatMap(group -> group.rules().stream())
                .toList();
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper()
                .readTree(Code.ROOT.resolve("deploy/grafana/sharewell.json").toFile());
    }

    private static List<String> dashboardExpressions() throws IOException {
        return dashboard().findValues("expr").stream().map(JsonNode::asText).toList();
    }

    private static Set<String> metrics(Stream<String> expressions) {
        return expressions
                .flatMap(expression -> METRIC.matcher(expression).results().map(MatchResult::group))
                .map(name -> name.replaceFirst("_(count|sum|bucket)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> sections() throws IOException {
        return Files.readAllLines(Code.ROOT.resolve("docs/runbook.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3))
                .toList();
    }

    @Test
    void everyMetricOfTheAlertsIsInTheCode() throws IOException {
        Set<String> used = metrics(alerts().stream().map(Monitoring.Alert::expr));

        assertThat(used).hasSizeGreaterThan(5);
        assertThat(Metrics.all()).containsAll(used);
    }

    @Test
    void theDashboardShowsEveryMetricOfTheCodeAndNoOther() throws IOException {
        assertThat(metrics(dashboardExpressions().stream())).isEqualTo(Metrics.all());
    }

    /** A counter comes into being with the first of its kind, which is no increase. */
    @Test
    void whoeverAsksForNewOnesSeesTheFirst() throws IOException {
        List<String> increases = Stream.concat(
                        alerts().stream().map(Monitoring.Alert::expr), dashboardExpressions().stream())
                .filter(expression ->
                        expression.contains("increase(") && !expression.contains("unless on (namespace, pod)"))
                .map(expression -> expression.replaceAll("\\s+", ""))
                .toList();

        assertThat(increases).hasSize(6).allSatisfy(expression -> assertThat(expression)
                .matches(".*\\(\\((\\w+\\{.*})unless\\1offset(\\w+)\\)orincrease\\(\\1\\[\\2]\\).*"));
    }

    @Test
    void theDashboardAnswersTheFourQuestions() throws IOException {
        List<JsonNode> panels = dashboard().path("panels").valueStream().toList();

        assertThat(panels.stream()
                        .filter(panel -> panel.path("type").asText().equals("row"))
                        .map(panel -> panel.path("title").asText()))
                .containsExactly(
                        "Is the last sweep complete?",
                        "What is blocked?",
                        "How far behind?",
                        "What do AWS and Kafka do to us?");
        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
    }

    @Test
    void theRunbookHasASectionPerAlertAndPerReasonAndNoOther() throws IOException {
        assertThat(sections())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                alerts().stream().map(Monitoring.Alert::alert),
                                Arrays.stream(Reason.values()).map(Reason::name))
                        .toList());
    }

    @Test
    void everyAlertLinksToItsSectionAndSaysHowBadItIs() {
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.annotations().get("runbook_url"))
                    .endsWith("docs/runbook.md#" + alert.alert().toLowerCase(Locale.ROOT));
            assertThat(alert.annotations().get("summary")).isNotBlank();
            assertThat(alert.labels().get("severity")).isIn("warning", "critical");
        });
    }

    @Test
    void theRunbookGivesTheCodesRemedies() throws IOException {
        String runbook = Files.readString(Code.ROOT.resolve("docs/runbook.md"));

        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(section(runbook, reason)).contains("**Do**: " + reason.remedy()));
    }

    private static String section(String runbook, Reason reason) {
        int from = runbook.indexOf("\n## " + reason.name() + "\n");
        int to = runbook.indexOf("\n## ", from + 1);
        return runbook.substring(from, to < 0 ? runbook.length() : to);
    }

    @Test
    void knownBlockedAccountsAlertNobody() {
        assertThat(alerts().stream()
                        .map(Monitoring.Alert::expr)
                        .filter(expression -> !expression.contains("purpose=\"ACCEPT\"")))
                .noneMatch(expression -> expression.matches("(?s).*outcome=~?\"[^\"]*\\bblocked.*")
                        && !expression.contains("newly-blocked"));
    }
}
