package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a workload is shared with: what the Well-Architected Tool accepts as {@code SharedWith}.
 *
 * @param value a 12-digit account id, or the ARN of an IAM user, an OU or an organization
 */
public record Principal(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile(
            "\\d{12}|arn:aws[a-z-]*:iam::(\\d{12}):user/.+|arn:aws[a-z-]*:organizations::\\d{12}:(organization|ou)/.+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Principal {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' cannot be shared with: give a 12-digit account id, or the ARN of an IAM user, an OU or an organization");
        }
    }

    /** @throws IllegalArgumentException if the text is none of the accepted forms */
    public static Principal of(String value) {
        return new Principal(value);
    }

    /** The account that the principal is or belongs to; empty for an OU or an organization. */
    public Optional<AccountId> account() {
        Matcher form = FORM.matcher(value);
        if (!form.matches() || value.contains(":organizations:")) {
            return Optional.empty();
        }
        return Optional.of(AccountId.of(form.group(1) == null ? value : form.group(1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
