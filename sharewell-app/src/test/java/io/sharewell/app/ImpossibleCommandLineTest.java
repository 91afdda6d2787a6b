package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpossibleCommandLineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    run                                                             | Missing required option: '--reviews-account
                    run --reviews-account 12345                                     | '12345' is not an AWS account id: it must be 12 digits
                    run --reviews-account 333333333333 --regions eu-west-9          | AWS has no Region 'eu-west-9'
                    run --reviews-account 333333333333 --regions eu-west-1 --exclude-regions eu-west-1 | --exclude-regions: all Regions asked for are excluded
                    run --reviews-account 333333333333 --region eu-west-1 --regions eu-west-1,us-gov-west-1 | --regions: us-gov-west-1 is not in the partition aws, which is that of --region
                    unshare --yes --reviews-account 333333333333 --region us-gov-west-1 --exclude-regions eu-west-1 | --exclude-regions: eu-west-1 is not in the partition aws-us-gov
                    explain 444455556666 --region eu-west-1 --exclude-regions us-gov-west-1 | --exclude-regions: us-gov-west-1 is not in the partition aws
                    run --reviews-account 333333333333 --permission WRITE           | READONLY, CONTRIBUTOR
                    run --reviews-account 333333333333 --share-also-with 333333333333=CONTRIBUTOR | --share-also-with: 333333333333 is named twice
                    unshare --yes --reviews-account 333333333333 --share-also-with 444455556666 --share-also-with 444455556666 | --share-also-with: 444455556666 is named twice
                    run --reviews-account 333333333333 --share-also-with everybody  | 'everybody' is no target
                    run --reviews-account 333333333333 --accounts 444455556666,x    | 'x' is not an AWS account id
                    run --reviews-account 333333333333 --accept-with-role x         | 'x' is not the ARN of a role
                    run --reviews-account 333333333333 --accept-with-role arn:aws:iam::444455556666:role/A | it must be a role in the reviews account 333333333333
                    run --reviews-account 333333333333 --everything                 | Unknown option: '--everything'
                    demo --latency soon                                             | 'soon' is not a duration such as 50ms
                    demo --accounts 3                                               | --accounts must be at least
                    run --reviews-account 333333333333 --endpoint-url 127.0.0.1:4566 | Invalid value for option '--endpoint-url': '127.0.0.1:4566': give a URL such as http://127.0.0.1:4566
                    doctor --endpoint-url http://[                                  | Invalid value for option '--endpoint-url': Expected closing bracket for IPv6 address
                    explain 444455556666 --endpoint-url localhost                   | 'localhost': give a URL such as http://127.0.0.1:4566
                    demo --latency 9999999999999h                                   | '9999999999999h' is not a duration such as 50ms, 2s or 5m
                    sweep                                                           | Unmatched argument
                    """)
    void endsWith64AndUsage(String arguments, String message) {
        refused(arguments, message);
    }

    /** As {@code --broker-dir "$DIR"} is, if nobody has set it: it would be the current folder. */
    @Test
    void endsWith64ForAnEmptyPathInEveryOption() {
        List<String> paths = Sharewell.commandLine().getSubcommands().entrySet().stream()
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> option.type() == Path.class)
                        .map(option -> command.getKey() + " " + option.longestName() + "="))
                .toList();

        assertThat(paths).contains("run --broker-dir=", "unshare --report=", "run --retry-problems=", "demo --report=");
        paths.forEach(line -> refused(line, "it is empty: give a path"));
    }

    @Test
    void endsWith64ForAPrefixThatAwsWouldNotTake() {
        refused(
                "run --reviews-account 333333333333 --workload-name-prefix " + "x".repeat(101),
                "a prefix of 101 characters");
    }

    @Test
    void endsWith64ForMoreTargetsThanAWorkloadCanHaveShares() {
        String twenty = IntStream.range(0, 20)
                .mapToObj(number -> " --share-also-with %012d".formatted(number))
                .collect(Collectors.joining());

        refused(
                "run --reviews-account 333333333333" + twenty,
                "--share-also-with: these are 21 targets with the reviews account: AWS allows 20 shares per workload");
    }

    private static void refused(String arguments, String message) {
        CommandRun run = CommandRun.of(Sharewell.commandLine(), arguments.split(" +"));
        assertThat(run.exitStatus()).isEqualTo(64);
        assertThat(run.err()).contains(message).contains("Usage: sharewell");
    }
}
