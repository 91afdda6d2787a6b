package io.sharewell.broker.aws;

import io.sharewell.events.AccountId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of an IAM role.
 *
 * @param text as AWS writes it, with the role's path
 * @param accountId the role's account
 */
public record RoleArn(String text, AccountId accountId) {

    private static final Pattern ROLE =
            Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:[\\x21-\\x7e]+/)?[\\w+=,.@-]{1,64}");

    /** @throws IllegalArgumentException with the cure, if it is none */
    public static RoleArn parse(String text) {
        Matcher role = ROLE.matcher(text);
        if (!role.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is not the ARN of a role: give one such as arn:aws:iam::123456789012:role/AcceptReviews");
        }
        return new RoleArn(text, AccountId.of(role.group(1)));
    }

    @Override
    public String toString() {
        return text;
    }
}
