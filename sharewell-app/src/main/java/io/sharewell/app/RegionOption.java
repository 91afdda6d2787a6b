package io.sharewell.app;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.Region;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The Region that AWS is asked in; its partition is that of the organization. */
final class RegionOption {

    @Option(
            names = "--region",
            paramLabel = "REGION",
            converter = Converters.AwsRegion.class,
            description = "The Region whose STS and SSM are asked, one of the organization's partition;"
                    + " default: the shell's, else us-east-1.")
    private Region region;

    /**
     * The given one, else the shell's, else {@code us-east-1}.
     *
     * @throws ParameterException of this command if the shell names one that AWS does not have
     */
    Region of(CommandSpec command) {
        return region == null ? shellsRegion(command, System.getenv("AWS_REGION")) : region;
    }

    /** @param fromEnvironment null if the shell names none */
    static Region shellsRegion(CommandSpec command, String fromEnvironment) {
        try {
            return fromEnvironment == null || fromEnvironment.isBlank()
                    ? Region.of("us-east-1")
                    : AwsRegions.named(fromEnvironment);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "AWS_REGION: " + e.getMessage());
        }
    }
}
