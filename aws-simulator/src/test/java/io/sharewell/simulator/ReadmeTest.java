package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import software.amazon.awssdk.regions.Region;

/** The README says what is. */
class ReadmeTest {

    private final String readme;

    ReadmeTest() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void itsOrganizationFileLoadsAndMeansWhatItSays() {
        var example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(readme);
        assertThat(example.find()).isTrue();
        try (var sim = Sim.start(OrganizationFile.parse(example.group(1)))) {
            var organizations = sim.organizations();

            assertThat(organizations
                            .describeOrganization(_ -> {})
                            .organization()
                            .id())
                    .isEqualTo("o-exampleorgid");
            assertThat(organizations
                            .describeAccount(it -> it.accountId("666666666666"))
                            .account()
                            .stateAsString())
                    .isEqualTo(AccountState.SUSPENDED.name());
            var payments = sim.wellArchitected(Region.US_EAST_1, sim.assume("444444444444"));
            assertThat(payments.listWorkloads(_ -> {}).workloadSummaries())
                    .singleElement()
                    .satisfies(it -> assertThat(it.workloadName()).isEqualTo("Payments API"));
            assertThat(sim.admin("/admin/shares")).hasSize(2);
        }
    }

    @Test
    void itsOptionsAreTheCommands() {
        var documented = Pattern.compile("^\\| `(--[a-z-]+)", Pattern.MULTILINE)
                .matcher(readme)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();

        assertThat(new CommandLine(new SimulatorCommand())
                        .getCommandSpec()
                        .optionsMap()
                        .keySet())
                .containsAll(documented)
                .filteredOn(it -> it.startsWith("--") && !it.equals("--help") && !it.equals("--version"))
                .containsExactlyInAnyOrderElementsOf(documented);
    }
}
