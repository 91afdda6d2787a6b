package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a workload is shared with: what the Well-Architected Tool accepts as {@code SharedWith}.
 *
 * @param value a 12-digit account id, the ARN of an IAM user, or the id or ARN of an OU or an organization
 */
public record Principal(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile(
            "(\\d{12})|arn:aws[a-z-]*:iam::(\\d{12}):user/.+"
                    + "|o-[a-z0-9]{10,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|arn:aws[a-z-]*:organizations::\\d{12}:(organization|ou)/.+");
    private static final Pattern ROOT_OF_AN_ACCOUNT = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):root");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Principal {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' cannot be shared with: give a 12-digit account id, the ARN of an IAM user, or the id or ARN of an OU or an organization");
        }
    }

    /** @throws IllegalArgumentException if the text is none of the accepted forms */
    public static Principal of(String value) {
        return new Principal(value);
    }

    /** The account that the principal is or belongs to; empty for an OU or an organization. */
    public Optional<AccountId> account() {
        Matcher form = FORM.matcher(value);
        return form.matches()
                ? Optional.ofNullable(form.group(1) == null ? form.group(2) : form.group(1))
                        .map(AccountId::of)
                : Optional.empty();
    }

    /**
     * What tells one principal from another, in whichever of its forms AWS or somebody wrote it: the id of an account, an OU
     * or an organization, or the ARN of a user.
     *
     * @param sharedWith need not be a principal that can be shared with
     */
    public static String keyOf(String sharedWith) {
        Matcher root = ROOT_OF_AN_ACCOUNT.matcher(sharedWith);
        if (root.matches()) {
            return root.group(1);
        }
        return sharedWith.contains(":organizations:")
                ? sharedWith.substring(sharedWith.lastIndexOf('/') + 1)
                : sharedWith;
    }

    @Override
    public String toString() {
        return value;
    }
}
