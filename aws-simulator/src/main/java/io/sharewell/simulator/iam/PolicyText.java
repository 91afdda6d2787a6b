package io.sharewell.simulator.iam;

import java.util.List;
import java.util.Locale;

/**
 * A text of a policy, which may hold variables such as {@code ${aws:username}} or, with a default,
 * {@code ${aws:PrincipalTag/team, 'none'}}.
 */
record PolicyText(String text, boolean hasVariables) {

    /** Policies of the language's first version know no variables: what looks like one is a mere text. */
    static PolicyText of(String text, PolicyVersion version) {
        return new PolicyText(text, version == PolicyVersion.V2012 && text.contains("${"));
    }

    /** With the request's values in it; wildcards among these are mere characters. Null if a variable has no value. */
    String in(ContextKeys keys) {
        if (!hasVariables) {
            return text;
        }
        var filled = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            int end = text.indexOf('}', start);
            var value = end < 0 ? null : value(text.substring(start + 2, end), keys);
            if (value == null) {
                return null;
            }
            filled.append(text, from, start).append(value);
            from = end + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String value(String variable, ContextKeys keys) {
        return switch (variable) {
            case "*", "?" -> Glob.literally(variable);
            case "$" -> variable;
            default -> {
                int comma = variable.indexOf(',');
                var name = comma < 0 ? variable : variable.substring(0, comma);
                var found = keys.values(name.trim().toLowerCase(Locale.ROOT));
                yield isOne(found) ? Glob.literally(found.getFirst()) : comma < 0 ? null : unquoted(variable, comma);
            }
        };
    }

    private static boolean isOne(List<String> values) {
        return values != null && values.size() == 1;
    }

    private static String unquoted(String variable, int comma) {
        var quoted = variable.substring(comma + 1).trim();
        boolean isQuoted = quoted.length() >= 2 && quoted.startsWith("'") && quoted.endsWith("'");
        return isQuoted ? Glob.literally(quoted.substring(1, quoted.length() - 1)) : null;
    }
}
