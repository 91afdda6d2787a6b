package io.sharewell.simulator.iam;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The condition operators. A negated one tells here what must not match. */
enum Operator {
    STRING_EQUALS,
    STRING_NOT_EQUALS,
    STRING_EQUALS_IGNORE_CASE,
    STRING_NOT_EQUALS_IGNORE_CASE,
    STRING_LIKE,
    STRING_NOT_LIKE,
    ARN_EQUALS,
    ARN_NOT_EQUALS,
    ARN_LIKE,
    ARN_NOT_LIKE,
    NUMERIC_EQUALS,
    NUMERIC_NOT_EQUALS,
    NUMERIC_LESS_THAN,
    NUMERIC_LESS_THAN_EQUALS,
    NUMERIC_GREATER_THAN,
    NUMERIC_GREATER_THAN_EQUALS,
    DATE_EQUALS,
    DATE_NOT_EQUALS,
    DATE_LESS_THAN,
    DATE_LESS_THAN_EQUALS,
    DATE_GREATER_THAN,
    DATE_GREATER_THAN_EQUALS,
    IP_ADDRESS,
    NOT_IP_ADDRESS,
    BINARY_EQUALS,
    BOOL,
    NULL;

    private static final Map<String, Operator> BY_NAME = new HashMap<>();

    static {
        for (var operator : values()) {
            BY_NAME.put(operator.name().replace("_", "").toLowerCase(Locale.ROOT), operator);
        }
    }

    private final boolean negated = name().contains("NOT_");

    /** By IAM's name, such as {@code StringNotEquals}; null if there is none. */
    static Operator named(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    boolean negated() {
        return negated;
    }

    /** What is no number, date or address where there must be one matches nothing. */
    boolean matches(String wanted, String value) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS, BINARY_EQUALS ->
                Glob.plain(wanted).equals(value);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL ->
                Glob.plain(wanted).equalsIgnoreCase(value);
            case STRING_LIKE, STRING_NOT_LIKE -> new Glob(wanted).matches(value);
            // IAM treats ArnEquals and ArnLike alike.
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> new Glob(wanted).matchesArn(value);
            case IP_ADDRESS, NOT_IP_ADDRESS -> AddressRange.includes(wanted, value);
            case NUMERIC_EQUALS,
                    NUMERIC_NOT_EQUALS,
                    NUMERIC_LESS_THAN,
                    NUMERIC_LESS_THAN_EQUALS,
                    NUMERIC_GREATER_THAN,
                    NUMERIC_GREATER_THAN_EQUALS -> isMeant(compare(number(value), number(wanted)));
            case DATE_EQUALS,
                    DATE_NOT_EQUALS,
                    DATE_LESS_THAN,
                    DATE_LESS_THAN_EQUALS,
                    DATE_GREATER_THAN,
                    DATE_GREATER_THAN_EQUALS -> isMeant(compare(date(value), date(wanted)));
            case NULL -> throw new IllegalStateException(this + " does not look at values");
        };
    }

    private static <T extends Comparable<T>> Integer compare(T value, T wanted) {
        return value == null || wanted == null ? null : Integer.valueOf(value.compareTo(wanted));
    }

    private boolean isMeant(Integer order) {
        if (order == null) {
            return false;
        }
        boolean orEqual = name().endsWith("EQUALS") && order == 0;
        return orEqual || name().contains("LESS") && order < 0 || name().contains("GREATER") && order > 0;
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /** ISO 8601, or seconds since 1970. */
    private static Instant date(String text) {
        try {
            var seconds = number(text);
            return seconds == null ? Instant.parse(text) : Instant.ofEpochSecond(seconds.longValue());
        } catch (DateTimeParseException _) {
            return null;
        }
    }
}
