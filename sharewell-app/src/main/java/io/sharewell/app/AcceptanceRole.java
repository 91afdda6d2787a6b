package io.sharewell.app;

import io.sharewell.broker.aws.RoleArn;
import io.sharewell.events.AccountId;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code --accept-with-role} names: the role that accepts invitations must be one in the reviews account. */
final class AcceptanceRole {

    private AcceptanceRole() {}

    /**
     * @param arn null if the option was not given
     * @return empty if it was not given
     */
    static Optional<RoleArn> of(String arn, AccountId reviewsAccount, CommandSpec command) {
        if (arn == null) {
            return Optional.empty();
        }
        RoleArn role;
        try {
            role = RoleArn.parse(arn);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--accept-with-role: " + e.getMessage());
        }
        if (!role.account().equals(reviewsAccount)) {
            throw OptionForm.wrong(
                    command, "--accept-with-role", arn, "it must be a role in the reviews account " + reviewsAccount);
        }
        return Optional.of(role);
    }
}
