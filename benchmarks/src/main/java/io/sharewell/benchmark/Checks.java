package io.sharewell.benchmark;

import io.sharewell.simulator.organization.Latency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command refuses an option, before anything is started. */
@Command
final class Checks {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    void atLeast(int least, String option, int given) {
        if (given < least) {
            throw refused(option + ": give at least " + least);
        }
    }

    void latency(String given) {
        try {
            Latency.parse(given);
        } catch (IllegalArgumentException e) {
            throw refused("--latency: " + e.getMessage());
        }
    }

    ParameterException refused(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
