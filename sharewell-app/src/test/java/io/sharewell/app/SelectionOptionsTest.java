package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class SelectionOptionsTest {

    private static final AccountId ONE = AccountId.of("111111111111");
    private static final AccountId TWO = AccountId.of("222222222222");

    @TempDir
    private Path folder;

    private Path report;

    @BeforeEach
    void report() throws IOException {
        report = Files.writeString(folder.resolve("report.json"), """
                        {"complete": true, "open": [], "problems": [
                          {"accountId": "222222222222"},
                          {"accountId": "111111111111", "region": "eu-west-1"}]}""");
    }

    @Command
    private static final class Some {
        @Mixin
        private SelectionOptions options;
    }

    private Selection retryProblems(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--retry-problems", report.toString()));
        arguments.addAll(List.of(more));
        Some command = new Some();
        new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
        return command.options.selection("aws");
    }

    @Test
    void problemsAreRetriedInTheirAccountsAndRegionsAlone() {
        Selection selection = retryProblems();

        assertThat(selection.accounts()).containsExactly(ONE, TWO);
        assertThat(selection.accountRegions()).isEqualTo(Map.of(ONE, List.of(Region.of("eu-west-1"))));
        assertThat(selection.regions()).isEmpty();
    }

    @Test
    void whatIsLeftOutAndTheNamesOfWorkloadsHoldForThemToo() {
        Selection selection = retryProblems(
                "--exclude-accounts",
                "222222222222",
                "--exclude-ous",
                "ou-ab12-sandbox1",
                "--tag",
                "stage=prod",
                "--exclude-regions",
                "eu-north-1",
                "--workload-name-prefix",
                "shop-",
                "--management-account");

        assertThat(selection.excludeAccounts()).containsExactly(TWO);
        assertThat(selection.excludeOus()).containsExactly("ou-ab12-sandbox1");
        assertThat(selection.tags()).containsExactly("stage=prod");
        assertThat(selection.excludeRegions()).containsExactly(Region.of("eu-north-1"));
        assertThat(selection.workloadNamePrefix()).isEqualTo("shop-");
        assertThat(selection.managementAccount()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--accounts=333333333333", "--ous=ou-ab12-sandbox1", "--regions=eu-west-1"})
    void whatTheReportNamesIsNotNamedOnceMore(String option) {
        assertThatThrownBy(() -> retryProblems(option))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("leave --accounts, --ous and --regions out");
    }
}
