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

    /** @param value null if the option was not given */
    void check(String option, Object value, String pattern, String rule) {
        if (value != null && !value.toString().matches(pattern)) {
            throw wrong(option, value, "give " + rule);
        }
    }

    Optional<RoleArn> acceptanceRole(String arn, AccountId reviewsAccount) {
        if (arn == null) {
            return Optional.empty();
        }
        try {
            RoleArn role = RoleArn.parse(arn);
            if (!role.account().equals(reviewsAccount)) {
                throw wrong("--accept-with-role", arn, "it must be a role in the reviews account " + reviewsAccount);
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

    private ParameterException wrong(String option, Object value, String cure) {
        return new ParameterException(command, option + " is '" + value + "': " + cure);
    }
}
