package io.sharewell.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants causes in a simulated organization, and writes down what doctor names: the table in {@code docs/doctor.md}. With
 * {@code -Dsharewell.write-docs=true} it writes the table anew instead of comparing it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixIT {

    private static final Path DOC = Path.of(System.getProperty("sharewell.project", ".."), "docs", "doctor.md");
    private static final Pattern TABLE =
            Pattern.compile("(?s)(<!-- written by MatrixIT -->\\n).*?(<!-- until here -->)");

    private final List<Seen> seen = new ArrayList<>();

    /** What doctor made of a planted cause. */
    record Seen(Planted planted, DoctorReport report) {

        /** What is named, but for what is named of every account: that changes are not tried. */
        List<String> named() {
            return report.results().stream()
                    .filter(result -> result.finding().diagnosis().isPresent())
                    .filter(result -> result.check() != Check.CHANGE_SHARES)
                    .map(result -> result.check() + ": "
                            + result.finding().diagnosis().orElseThrow().cause())
                    .toList();
        }

        long notChecked() {
            return report.results().stream()
                    .filter(result -> result.finding() instanceof Finding.NotChecked)
                    .count();
        }
    }

    @BeforeAll
    void examineAll(@TempDir Path folder) throws IOException {
        List<Planted> all = Planted.all(folder);
        seen.addAll(Parallel.map(
                all, 4, planted -> new Seen(planted, planted.doctor().examine())));
    }

    @TestFactory
    List<DynamicTest> namesWhatWasPlantedAndNothingElse() {
        return seen.stream()
                .map(it -> DynamicTest.dynamicTest(it.planted().words(), () -> assertThat(it.named())
                        .containsExactlyInAnyOrderElementsOf(it.planted().expected())))
                .toList();
    }

    @Test
    void tellsApartAtLeastTwelveCausesOfProblems() {
        assertThat(seen.stream()
                        .flatMap(it -> it.report().results().stream())
                        .map(Result::finding)
                        .filter(Finding.Wrong.class::isInstance)
                        .map(finding -> finding.diagnosis().orElseThrow().cause())
                        .collect(Collectors.toSet()))
                .hasSizeGreaterThan(30);
    }

    @Test
    void everyProblemHasACureAndCannotBeMistakenForOurBug() {
        assertThat(seen.stream()
                        .flatMap(it -> it.report().results().stream())
                        .flatMap(result -> result.finding().diagnosis().stream()))
                .allSatisfy(what -> {
                    assertThat(what.remedy()).hasSizeGreaterThan(20);
                    assertThat(what.cause()).isNotEqualTo(Cause.UNEXPECTED_ANSWER);
                });
    }

    @Test
    void theTableInTheDocumentationIsWhatDoctorNames() throws IOException {
        String document = Files.readString(DOC);
        String renewed = TABLE.matcher(document)
                .replaceFirst(match -> Matcher.quoteReplacement(match.group(1) + table() + match.group(2)));
        if (Boolean.getBoolean("sharewell.write-docs")) {
            Files.writeString(DOC, renewed);
        }
        assertThat(Files.readString(DOC))
                .as("docs/doctor.md; write the table anew with:"
                        + " mvn -pl sharewell-app -am verify -Dit.test=MatrixIT -Dtest=none"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false"
                        + " -Dsharewell.write-docs=true")
                .isEqualTo(renewed)
                .contains(table());
    }

    private String table() {
        StringBuilder table = new StringBuilder("""

                | | planted | check: what doctor names | checks not made | exit | told apart |
                |---|---|---|---|---|---|
                """);
        for (int i = 0; i < seen.size(); i++) {
            Seen it = seen.get(i);
            String named = it.named().isEmpty()
                    ? "–"
                    : it.named().stream().map(name -> "`" + name + "`").collect(Collectors.joining("<br>"));
            table.append("| %d | %s | %s | %d | %d | %s |\n"
                    .formatted(
                            i,
                            it.planted().words(),
                            named,
                            it.notChecked(),
                            it.report().exitStatus(),
                            alike(i)));
        }
        return table.append('\n').toString();
    }

    /** Rows of which doctor says the same. */
    private String alike(int row) {
        String others = IntStream.range(0, seen.size())
                .filter(other -> other != row
                        && seen.get(other).named().equals(seen.get(row).named()))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? "yes" : "not from " + others;
    }
}
