package io.sharewell.simulator.model;

/**
 * A value that breaks a constraint of the model.
 *
 * @param path member names down to the value, such as {@code tags.1.member.key}
 * @param value as AWS quotes it in its texts; null if there is none
 */
public record Violation(String path, Kind kind, String value, String constraint) {

    /** Which constraint was broken. */
    public enum Kind {
        REQUIRED,
        TYPE,
        TOO_SHORT,
        TOO_LONG,
        TOO_SMALL,
        TOO_LARGE,
        PATTERN,
        ENUMERATION
    }

    /** The sentence that most AWS services write. */
    public String sentence() {
        var quoted = value == null ? "null" : "'" + value + "'";
        return "Value " + quoted + " at '" + path + "' failed to satisfy constraint: " + constraint;
    }
}
