package io.sharewell.simulator.iam;

import java.math.BigDecimal;
import java.time.Instant;

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
    DATE_LESS_THAN,
    DATE_GREATER_THAN,
    BOOL,
    NULL;

    /** By IAM's name, such as {@code StringNotEquals}; null if there is none. */
    static Operator named(String name) {
        for (var operator : values()) {
            if (operator.name().replace("_", "").equalsIgnoreCase(name)) {
                return operator;
            }
        }
        return null;
    }

    boolean negated() {
        return name().contains("_NOT_");
    }

    boolean matches(String wanted, String value) {
        return switch (this) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> wanted.equals(value);
            case STRING_EQUALS_IGNORE_CASE, STRING_NOT_EQUALS_IGNORE_CASE, BOOL -> wanted.equalsIgnoreCase(value);
            case STRING_LIKE, STRING_NOT_LIKE -> new Glob(wanted).matches(value);
            // IAM treats ArnEquals and ArnLike alike.
            case ARN_EQUALS, ARN_LIKE, ARN_NOT_EQUALS, ARN_NOT_LIKE -> new Glob(wanted).matchesArn(value);
            case NUMERIC_EQUALS, NUMERIC_NOT_EQUALS -> compare(value, wanted) == 0;
            case NUMERIC_LESS_THAN -> compare(value, wanted) < 0;
            case NUMERIC_LESS_THAN_EQUALS -> compare(value, wanted) <= 0;
            case NUMERIC_GREATER_THAN -> compare(value, wanted) > 0;
            case NUMERIC_GREATER_THAN_EQUALS -> compare(value, wanted) >= 0;
            case DATE_LESS_THAN -> Instant.parse(value).isBefore(Instant.parse(wanted));
            case DATE_GREATER_THAN -> Instant.parse(value).isAfter(Instant.parse(wanted));
            case NULL -> throw new IllegalStateException(this + " does not look at values");
        };
    }

    private static int compare(String value, String wanted) {
        return new BigDecimal(value).compareTo(new BigDecimal(wanted));
    }
}
