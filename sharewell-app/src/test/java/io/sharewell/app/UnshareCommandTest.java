package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Before anything is started: a report that cannot be written shows that it would have gone on. */
class UnshareCommandTest {

    @TempDir
    private Path folder;

    private final List<String> prompts = new ArrayList<>();

    private CommandRun unshare(Optional<UnaryOperator<String>> human, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--reviews-account", "333333333333", "--report", folder.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new UnshareCommand(() -> human), arguments.toArray(String[]::new));
    }

    private Optional<UnaryOperator<String>> says(String answer) {
        return Optional.of(prompt -> {
            prompts.add(prompt);
            return answer;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "", "y", "YES"})
    void withoutConsentNothingIsStarted(String answer) {
        CommandRun run = unshare(says(answer));

        assertThat(run.exitStatus()).isEqualTo(3);
        assertThat(run.out()).contains("deletes the shares", "333333333333", "Nothing was changed.");
        assertThat(prompts).containsExactly("Type yes to go on: ");
    }

    @Test
    void aTerminalThatIsClosedIsNoConsent() {
        assertThat(unshare(says(null)).out()).contains("Nothing was changed.");
    }

    @Test
    void withConsentItGoesOn() {
        CommandRun run = unshare(says("yes"));

        assertThat(run.err()).contains("The report cannot be written");
        assertThat(run.out()).doesNotContain("Nothing was changed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--yes", "--plan"})
    void isNotAskedFor(String option) {
        assertThat(unshare(says("no"), option).err()).contains("The report cannot be written");
        assertThat(prompts).isEmpty();
    }

    @Test
    void withNobodyToAskTheWayIsTold() {
        CommandRun run = unshare(Optional.empty());

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).contains("--yes").contains("--plan");
    }

    @Test
    void aTargetThatIsNamedTwiceIsToldBeforeItAsks() {
        CommandRun run = unshare(says("yes"), "--share-also-with", "333333333333");

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).contains("--share-also-with: 333333333333 is named twice");
        assertThat(prompts).isEmpty();
    }

    @Test
    void aRolesPathThatCannotBeIsWrongFromTheCommandLineAlone() {
        CommandRun run = unshare(says("yes"), "--role-path", "tools");

        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).contains("--role-path is 'tools': give / or /some/path/");
    }
}
