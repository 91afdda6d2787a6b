package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code ./sharewell --help} says of each command. */
class CommandListTest {

    /** The list has the first text of a command's description alone. */
    @Test
    void saysOfEachCommandAWholeSentence() {
        assertThat(Sharewell.commandLine().getSubcommands()).isNotEmpty().allSatisfy((name, command) -> {
            UsageMessageSpec usage = command.getCommandSpec().usageMessage();
            assertThat(usage.description()).as(name).isNotEmpty().allMatch(text -> text.endsWith("."));
        });
    }

    /** Texts are wrapped at the terminal's width; one that is cut by hand breaks twice where the terminal is narrow. */
    @Test
    void noOptionIsDescribedInHalfSentences() {
        assertThat(Sharewell.commandLine().getSubcommands().values())
                .flatMap(command -> command.getCommandSpec().options())
                .allSatisfy(option -> assertThat(Arrays.asList(option.description()))
                        .as(option.longestName())
                        .allMatch(text -> text.endsWith(".")));
    }
}
