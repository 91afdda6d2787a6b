package io.sharewell.simulator.iam;

import java.util.List;
import java.util.Locale;

/**
 * One statement of a policy.
 *
 * @param principals null if the statement names none
 */
record Statement(
        Effect effect, Principals principals, Actions actions, Resources resources, List<Condition> conditions) {

    /** {@code Action} or {@code NotAction}. */
    record Actions(List<Glob> globs, boolean inverted) {

        boolean match(String action) {
            var lower = action.toLowerCase(Locale.ROOT);
            for (var glob : globs) {
                if (glob.matches(lower)) {
                    return !inverted;
                }
            }
            return inverted;
        }
    }

    /** {@code Resource} or {@code NotResource}. */
    record Resources(List<PolicyText> patterns, boolean inverted) {

        static final Resources ANY = new Resources(List.of(new PolicyText("*", false)), false);

        boolean matchAll() {
            return !inverted && patterns.stream().anyMatch(it -> it.text().equals("*"));
        }

        /** A variable without a value makes the whole statement void. */
        boolean match(IamRequest request) {
            boolean found = false;
            for (var pattern : patterns) {
                var resolved = pattern.in(request.context());
                if (resolved == null) {
                    return false;
                }
                found = found || new Glob(resolved).matches(request.resource());
            }
            return found != inverted;
        }
    }

    boolean appliesTo(IamRequest request) {
        if (!actions.match(request.action()) || !resources.match(request)) {
            return false;
        }
        for (var condition : conditions) {
            if (!condition.holds(request)) {
                return false;
            }
        }
        return true;
    }
}
