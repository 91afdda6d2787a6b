package io.sharewell.app;

import io.sharewell.app.doctor.RoleArn;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What can be wrong from {@code doctor}'s command line alone. */
final class DoctorOptions {

    private final CommandLine command;

    DoctorOptions(CommandLine command) {
        this.command = command;
    }

    Optional<RoleArn> acceptanceRole(String arn, AccountId reviewsAccount) {
        if (arn == null) {
            return Optional.empty();
        }
        try {
            RoleArn role = RoleArn.parse(arn);
            if (!role.account().equals(reviewsAccount)) {
                throw OptionForm.wrong(
                        command.getCommandSpec(),
                        "--accept-with-role",
                        arn,
                        "it must be a role in the reviews account " + reviewsAccount);
            }
            return Optional.of(role);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--accept-with-role: " + e.getMessage());
        }
    }

    /** As {@code run} takes it. */
    Region shellsRegion(String fromEnvironment) {
        try {
            return fromEnvironment == null || fromEnvironment.isBlank()
                    ? Region.of("us-east-1")
                    : new Converters.AwsRegion().convert(fromEnvironment);
        } catch (TypeConversionException e) {
            throw new ParameterException(command, "AWS_REGION: " + e.getMessage());
        }
    }
}
