package io.sharewell.platform.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a packaged application is started with: all that follows the word {@code java}. */
public final class JavaCommand {

    /** What starts soon and has done its work before the optimizing compiler has paid off (ADR 6). */
    public static final String FIRST_COMPILER_ALONE = "-XX:TieredStopAtLevel=1";

    /** What the containers have, and what their JVMs make of it: deploy/docker/Dockerfile. */
    public static final List<String> OPTIONS_OF_A_POD =
            List.of("-XX:MaxRAM=512m", "-XX:InitialRAMPercentage=25", "-XX:MaxRAMPercentage=40", FIRST_COMPILER_ALONE);

    private static final Path PROJECT = Path.of(System.getProperty("sharewell.project", ".."));

    private JavaCommand() {}

    /** A module's application, with its start-up cache if there is one. */
    public static List<String> of(String module, List<String> jvm, List<String> arguments) {
        List<String> java = options(module, jvm);
        java.addAll(List.of("-jar", jar(module).toString()));
        java.addAll(arguments);
        return java;
    }

    /** Another main class among a module's libraries, with its start-up cache if there is one. */
    public static List<String> of(String module, List<String> jvm, String mainClass, List<String> arguments) {
        List<String> java = options(module, jvm);
        java.addAll(List.of("-cp", jar(module).toString(), mainClass));
        java.addAll(arguments);
        return java;
    }

    /** A module's application, which leaves a start-up cache when it ends. */
    static List<String> training(String module, Path cache, List<String> jvm) {
        List<String> java = common();
        java.addAll(jvm);
        java.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar(module).toString()));
        return java;
    }

    /** Where a module's start-up cache is, if there is one. */
    public static Path cache(String module) {
        return jar(module).resolveSibling("app.aot");
    }

    static Path jar(String module) {
        return PROJECT.resolve(module)
                .resolve("target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath();
    }

    private static List<String> options(String module, List<String> jvm) {
        List<String> java = common();
        java.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        if (Files.exists(cache(module))) { // With one that is not there, a JVM leaves its own archive out, too
            java.add("-XX:AOTCache=" + cache(module));
        }
        java.addAll(jvm);
        return java;
    }

    private static List<String> common() {
        return new ArrayList<>(List.of(
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Xlog:disable",
                "-Xlog:all=error,aot*=off:stderr"));
    }
}
