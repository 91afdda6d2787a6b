package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the benchmark starts what it measures: as {@code ./sharewell} starts it, with the same options and AOT cache. */
final class Programs {

    private static final Path APP = appOf("sharewell-app");
    private static final Path JAR = APP.resolve("quarkus-run.jar");

    private Programs() {}

    /** A command of {@code ./sharewell}. */
    static JavaProcess sharewell(
            String name, Map<String, String> environment, List<String> jvm, List<String> arguments) {
        List<String> limited = new ArrayList<>();
        if (!arguments.getFirst().equals("simulator")) {
            limited.addAll(List.of("-Xmx1g", JavaProcess.FIRST_COMPILER_ALONE));
        }
        limited.addAll(jvm);
        List<String> java = options(APP, limited);
        java.addAll(List.of("-jar", JAR.toString()));
        java.addAll(arguments);
        return ended(JavaProcess.startJava(name, java, environment));
    }

    /** One of the four services, as its container starts it. */
    static JavaProcess service(String module, Map<String, String> environment, List<String> jvm) {
        List<String> java = options(appOf(module), JavaProcess.OPTIONS_OF_A_POD);
        java.addAll(jvm);
        java.addAll(List.of("-jar", appOf(module).resolve("quarkus-run.jar").toString()));
        return ended(JavaProcess.startJava(module, java, environment));
    }

    private static Path appOf(String module) {
        return Path.of(System.getProperty("sharewell.project", "."), module, "target/quarkus-app");
    }

    /** Another main class among the same libraries. */
    static JavaProcess beside(String name, String mainClass, List<String> jvm, List<String> arguments) {
        List<String> java = options(APP, jvm);
        java.addAll(List.of("-cp", JAR.toString(), mainClass));
        java.addAll(arguments);
        return ended(JavaProcess.startJava(name, java, Map.of()));
    }

    /** This benchmark's own main class, so that what it does is counted apart. */
    static JavaProcess benchmark(String name, Map<String, String> environment, List<String> arguments) {
        List<String> java = new ArrayList<>(List.of(
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Benchmark.class.getName()));
        java.addAll(arguments);
        return ended(JavaProcess.startJava(name, java, environment));
    }

    /** None outlives the benchmark, however that ends. */
    private static JavaProcess ended(JavaProcess process) {
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "end-of-a-process"));
        return process;
    }

    private static List<String> options(Path app, List<String> jvm) {
        List<String> options = new ArrayList<>(List.of(
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:AOTCache=" + app.resolve("app.aot"),
                "-Xlog:disable",
                "-Xlog:all=error,aot*=off:stderr"));
        options.addAll(jvm);
        return options;
    }
}
