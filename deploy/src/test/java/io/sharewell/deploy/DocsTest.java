package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.ShareResult;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\((?!https?:)([^)#\\s]*)#?([^)\\s]*)\\)");
    private static final Pattern FILE = Pattern.compile("(?<![\\w/.-])(?:deploy|docs)/[\\w/.-]*[\\w-]");

    private static String text(String file) throws IOException {
        return Files.readString(Code.ROOT.resolve(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CONTRIBUTING.md",
                "SECURITY.md",
                "deploy/iam/README.md",
                "deploy/iam/uninstall.md",
                "deploy/k8s/README.md",
                "docs/extending.md",
                "docs/operations.md",
                "docs/runbook.md",
                "docs/share-results.md"
            })
    void whatADocumentPointsAtIsThere(String file) throws IOException {
        Path folder = Code.ROOT.resolve(file).getParent();

        assertThat(LINK.matcher(text(file)).results().toList()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? Code.ROOT.resolve(file) : folder.resolve(link.group(1));
            assertThat(target).exists();
            if (!link.group(2).isEmpty()) {
                assertThat(anchors(target)).contains(link.group(2));
            }
        });
        assertThat(FILE.matcher(text(file)).results().map(MatchResult::group))
                .allSatisfy(path -> assertThat(Code.ROOT.resolve(path)).exists());
    }

    private static Set<String> anchors(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase()
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void shareResultsListsEveryKindOfStatement() throws IOException {
        try (Stream<Path> golden = Files.list(Code.ROOT.resolve("pipeline-events/src/test/resources/golden"))) {
            Set<String> internal = Set.of("session.", "discovered", "found");
            Set<String> types = golden.map(file -> file.getFileName().toString().replace(".json", ""))
                    .filter(type -> internal.stream().noneMatch(type::contains))
                    .collect(Collectors.toCollection(TreeSet::new));

            Set<String> listed = new TreeSet<>();
            Pattern.compile("`(io\\.sharewell\\.[a-z.]+\\.v1)`")
                    .matcher(text("docs/share-results.md"))
                    .results()
                    .forEach(found -> listed.add(found.group(1)));
            assertThat(listed).isEqualTo(types);
        }
    }

    @Test
    void shareResultsNamesEveryFormOfSubject() throws IOException {
        String forms = text("docs/share-results.md")
                .lines()
                .filter(line -> line.startsWith("| `ce_subject` |"))
                .findFirst()
                .orElseThrow();

        Path golden = Code.ROOT.resolve("pipeline-events/src/test/resources/golden");
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.toList()) {
                String type = file.getFileName().toString().replace(".json", "");
                if (EventCodec.decode(type, Files.readAllBytes(file)) instanceof ShareResult statement) {
                    assertThat(forms).as(type).contains(form(statement.subject()));
                }
            }
        }
    }

    private static String form(String subject) {
        if (subject.startsWith("arn:")) {
            return "a workload's ARN";
        }
        if (subject.matches("[0-9a-f]{32}")) {
            return "an invitation's id";
        }
        if (subject.contains("/")) {
            return "`account/Region`";
        }
        return subject.matches("\\d{12}") ? "an account" : "sweep id";
    }

    @Test
    void theRunbookNamesTheHeadersOfDeadLetters() throws Exception {
        String runbook = text("docs/runbook.md");

        for (Field field : CloudEvents.class.getFields()) {
            if (field.getName().startsWith("DLQ_")) {
                assertThat(runbook).contains("`" + field.get(null) + "`");
            }
        }
    }

    @Test
    void whoBringsKafkaIsToldWhatMakesConfirmedRecordsSafe() throws IOException {
        assertThat(text("docs/operations.md")).contains("`default.replication.factor`, `min.insync.replicas`");
        assertThat(text("deploy/k8s/overlays/external-kafka/kustomization.yaml"))
                .contains("default.replication.factor of 3 and min.insync.replicas of 2");
    }

    @Test
    void whoBringsTheOperatorIsToldToTakeItAway() throws IOException {
        Pattern block = Pattern.compile("```sh.*?```", Pattern.DOTALL);
        for (String file : List.of("README.md", "docs/operations.md", "docs/runbook.md", "deploy/k8s/README.md")) {
            assertThat(block.matcher(text(file)).results().map(MatchResult::group))
                    .filteredOn(commands -> commands.contains("apply -k deploy/k8s/operator"))
                    .allSatisfy(commands -> assertThat(commands).contains("delete -k deploy/k8s/operator"));
        }
        assertThat(text("deploy/k8s/operator/pod.yaml")).contains("stay until kubectl delete -k");
        assertThat(text("docs/operations.md")).contains("the user and the Secret");
    }

    /** Whoever lists the processes of a machine sees their arguments. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "deploy/iam/README.md",
                "deploy/k8s/README.md",
                "docs/operations.md",
                "docs/runbook.md"
            })
    void noSecretIsAnArgumentOfACommand(String file) throws IOException {
        assertThat(text(file))
                .doesNotContainPattern("--from-literal=\\S*\\$\\(|--from-literal=\\S*\"|-H \"[^\"]*\\$TOKEN");
    }

    @Test
    void thePipelineOfTheRepositoryRunsAllTestsWithDockerAndWithout() throws IOException {
        assertThat(text(".github/workflows/ci.yml")).contains("docker: [with, without]", "run: ./sharewell test");
        assertThat(text("LICENSE")).contains("Apache License", "END OF TERMS AND CONDITIONS");
    }
}
