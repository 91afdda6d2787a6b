package io.sharewell.simulator.iam;

import java.util.List;

/** One line of a statement's {@code Condition}: a key, an operator and the values it is held against. */
record Condition(String key, Operator operator, Quantifier quantifier, boolean ifExists, List<PolicyText> values) {

    /** How a key with several values is treated. */
    enum Quantifier {
        NONE,
        FOR_ANY_VALUE,
        FOR_ALL_VALUES
    }

    boolean holds(IamRequest request) {
        var found = request.context().values(key);
        if (operator == Operator.NULL) {
            return values.stream().anyMatch(it -> it.text().equalsIgnoreCase("true") == (found == null));
        }
        if (found == null || found.isEmpty()) {
            return ifExists
                    || quantifier == Quantifier.FOR_ALL_VALUES
                    || operator.negated() && quantifier == Quantifier.NONE;
        }
        return switch (quantifier) {
            case NONE, FOR_ANY_VALUE -> found.stream().anyMatch(it -> matches(request, it));
            case FOR_ALL_VALUES -> found.stream().allMatch(it -> matches(request, it));
        };
    }

    private boolean matches(IamRequest request, String value) {
        return values.stream().anyMatch(it -> matches(it.in(request.context()), value)) != operator.negated();
    }

    /** A variable without a value matches nothing. */
    private boolean matches(String wanted, String value) {
        return wanted != null && operator.matches(wanted, value);
    }
}
