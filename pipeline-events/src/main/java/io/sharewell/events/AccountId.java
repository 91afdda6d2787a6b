package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An AWS account id.
 *
 * @param value twelve digits
 */
public record AccountId(@JsonValue String value) implements Comparable<AccountId> {

    private static final Pattern FORM = Pattern.compile("\\d{12}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not an AWS account id: it must be 12 digits");
        }
    }

    /** @throws IllegalArgumentException if the text is not twelve digits */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
