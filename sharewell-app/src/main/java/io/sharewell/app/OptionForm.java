package io.sharewell.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The form that an option's value must have. */
final class OptionForm {

    private OptionForm() {}

    /**
     * @param value null if the option was not given
     * @param pattern of the whole value
     * @param rule what to give instead, for a person
     * @throws ParameterException if the value is there and has another form
     */
    static void require(CommandSpec command, String option, Object value, String pattern, String rule) {
        if (value != null && !value.toString().matches(pattern)) {
            throw wrong(command, option, value, "give " + rule);
        }
    }

    static ParameterException wrong(CommandSpec command, String option, Object value, String cure) {
        return new ParameterException(command.commandLine(), option + " is '" + value + "': " + cure);
    }
}
