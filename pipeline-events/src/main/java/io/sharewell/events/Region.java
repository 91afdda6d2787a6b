package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * An AWS Region's name.
 *
 * @param value such as {@code eu-west-1}
 */
public record Region(@JsonValue String value) implements Comparable<Region> {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,5}(-[a-z]+){1,3}-\\d{1,2}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Region {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not the name of an AWS Region: it must look like eu-west-1");
        }
    }

    /** @throws IllegalArgumentException if the text does not look like a Region's name */
    public static Region of(String value) {
        return new Region(value);
    }

    @Override
    public int compareTo(Region other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
