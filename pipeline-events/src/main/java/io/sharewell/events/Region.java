package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * An AWS Region's name.
 *
 * @param value such as {@code eu-west-1}
 */
public record Region(@JsonValue String value) implements Comparable<Region> {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,5}(-[a-z]+){1,3}-\\d{1,2}");

    /** AWS has some 40. More come from nobody but who makes names up: those are not kept. */
    private static final int MOST_KNOWN = 200;

    private static final Map<String, Region> KNOWN = new ConcurrentHashMap<>();

    public Region {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value + "' is not the name of an AWS Region: it must look like eu-west-1");
        }
    }

    /**
     * The same object for the same name: every record has one.
     *
     * @throws IllegalArgumentException if the text does not look like a Region's name
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Region of(String value) {
        Region known = value == null ? null : KNOWN.get(value);
        if (known != null) {
            return known;
        }
        Region region = new Region(value);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(value, region);
        }
        return region;
    }

    /** Empty if the text does not look like a Region's name. */
    public static Optional<Region> ifNamed(String value) {
        return value != null && FORM.matcher(value).matches() ? Optional.of(of(value)) : Optional.empty();
    }

    static int known() {
        return KNOWN.size();
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
