package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Whatever is typed, it is understood or answered with what is wrong: never with a stack trace. */
class CommandLineFuzzTest {

    private static final int LINES = 3_000;
    private static final long SEED = Long.getLong("sharewell.seed", new Random().nextLong());

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "-",
            "--",
            "---",
            "0",
            "-1",
            "99999999999999999999",
            "1e9",
            "NaN",
            "null",
            "true",
            "[]",
            "a,b,,c",
            ",",
            "=",
            "@",
            "@nowhere",
            "${sys:user.home}",
            "$(id)",
            "\u0000",
            "é",
            "x".repeat(5_000),
            "111122223333",
            "eu-west-1",
            "nowhere-1",
            "50ms",
            "P1Y",
            "-5s",
            "http://",
            "http://[",
            "ftp://x",
            "127.0.0.1:9092",
            ":",
            "host:port",
            "READONLY",
            "readonly",
            "2026-11-22",
            "2026-13-45T99:99:99Z",
            "/",
            "/nowhere/x.csv",
            "arn:aws:iam::1:role/x",
            "accounts",
            "accounts.dlq",
            "SHARE");

    private static final CommandLine SHAREWELL = Sharewell.commandLine();

    @Test
    void isUnderstoodOrAnsweredInWords() {
        Random random = new Random(SEED);
        for (int i = 0; i < LINES; i++) {
            List<String> line = line(random);
            try {
                SHAREWELL.parseArgs(line.toArray(String[]::new));
            } catch (ParameterException e) {
                assertThat(e.getMessage())
                        .as("seed %d, line %d: %s", SEED, i, line)
                        .isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, line %d: %s".formatted(SEED, i, line), e);
            }
        }
    }

    /** A command, some of its options, some of another's, with values and without. */
    private static List<String> line(Random random) {
        List<CommandLine> commands = SHAREWELL.getSubcommands().values().stream()
                .filter(it -> !it.getCommandSpec().options().isEmpty())
                .toList();
        CommandLine command = commands.get(random.nextInt(commands.size()));
        List<String> line = new ArrayList<>();
        if (random.nextInt(20) > 0) {
            line.add(command.getCommandName());
        }
        for (int words = random.nextInt(7); words > 0; words--) {
            CommandLine of = random.nextInt(10) > 0 ? command : commands.get(random.nextInt(commands.size()));
            List<OptionSpec> options = of.getCommandSpec().options();
            String option = options.get(random.nextInt(options.size())).longestName();
            String value = VALUES.get(random.nextInt(VALUES.size()));
            switch (random.nextInt(4)) {
                case 0 -> line.add(option);
                case 1 -> line.add(option + "=" + value);
                case 2 -> line.addAll(List.of(option, value));
                default -> line.add(value);
            }
        }
        return line;
    }
}
