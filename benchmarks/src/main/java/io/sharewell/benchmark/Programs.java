package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaCommand;
import io.sharewell.platform.process.JavaProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the benchmark starts what it measures: as {@code ./sharewell} starts it, with the same options and AOT cache. */
final class Programs {

    private static final String APP = "sharewell-app";

    private Programs() {}

    /** A command of {@code ./sharewell}. */
    static JavaProcess sharewell(
            String name, Map<String, String> environment, List<String> jvm, List<String> arguments) {
        List<String> limited = new ArrayList<>();
        if (!arguments.getFirst().equals("simulator")) {
            limited.addAll(List.of("-Xmx1g", JavaCommand.FIRST_COMPILER_ALONE));
        }
        limited.addAll(jvm);
        return started(name, JavaCommand.of(APP, limited, arguments), environment);
    }

    /** One of the four services, as its container starts it. */
    static JavaProcess service(String module, Map<String, String> environment, List<String> jvm) {
        List<String> options = new ArrayList<>(JavaCommand.OPTIONS_OF_A_POD);
        options.addAll(jvm);
        return started(module, JavaCommand.of(module, options, List.of()), environment);
    }

    /** Another main class among the same libraries. */
    static JavaProcess beside(String name, String mainClass, List<String> jvm, List<String> arguments) {
        return started(name, JavaCommand.of(APP, jvm, mainClass, arguments), Map.of());
    }

    /** This benchmark's own main class, so that what it does is counted apart. */
    static JavaProcess benchmark(String name, Map<String, String> environment, List<String> arguments) {
        List<String> java = new ArrayList<>(List.of(
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Benchmark.class.getName()));
        java.addAll(arguments);
        return started(name, java, environment);
    }

    private static JavaProcess started(String name, List<String> java, Map<String, String> environment) {
        return AtTheEnd.close(JavaProcess.startJava(name, java, environment));
    }
}
