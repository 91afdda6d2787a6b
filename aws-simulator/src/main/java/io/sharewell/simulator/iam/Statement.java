package io.sharewell.simulator.iam;

import java.util.List;
import java.util.Locale;

/**
 * One statement of a policy.
 *
 * @param principals null if the statement names none
 */
record Statement(
        Effect effect, Principals principals, Patterns actions, Patterns resources, List<Condition> conditions) {

    /** {@code Action} or {@code NotAction}, {@code Resource} or {@code NotResource}. */
    record Patterns(List<Glob> globs, boolean inverted) {

        static final Patterns ANY = new Patterns(List.of(new Glob("*")), false);

        boolean match(String text) {
            for (var glob : globs) {
                if (glob.matches(text)) {
                    return !inverted;
                }
            }
            return inverted;
        }
    }

    boolean appliesTo(IamRequest request) {
        if (!actions.match(request.action().toLowerCase(Locale.ROOT)) || !resources.match(request.resource())) {
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
