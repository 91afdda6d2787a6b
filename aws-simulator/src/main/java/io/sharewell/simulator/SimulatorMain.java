package io.sharewell.simulator;

import picocli.CommandLine;

/** {@code java -jar aws-simulator.jar}. */
public final class SimulatorMain {

    private SimulatorMain() {}

    /** Exits with 64 for wrong options and 3 if the simulator cannot start. */
    public static void main(String[] args) {
        // Netty's use of sun.misc.Unsafe makes the JVM print warnings that a reader would take for his fault.
        System.setProperty("io.netty.noUnsafe", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulatorCommand()).setParameterExceptionHandler((problem, _) -> {
            var err = problem.getCommandLine().getErr();
            err.println(problem.getMessage());
            problem.getCommandLine().usage(err);
            return SimulatorCommand.WRONG_USAGE;
        });
    }
}
