package io.sharewell.app.doctor;

import java.util.List;

/**
 * A cause with what was seen of it and what to do.
 *
 * @param seen what AWS or the machine said, without secrets
 * @param remedy what to do, for a person; the same for every account where it is the same
 * @param commands that cure it or find out more, to be copied; often none
 */
public record Diagnosis(Cause cause, String seen, String remedy, List<String> commands) {

    public Diagnosis {
        commands = List.copyOf(commands);
    }

    static Diagnosis of(Cause cause, String seen, String remedy, String... commands) {
        return new Diagnosis(cause, seen, remedy, List.of(commands));
    }
}
