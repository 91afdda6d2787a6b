package io.sharewell.simulator.speed;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A simulator in a process of its own, on one core. */
final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final URI endpoint;
    private final URI admin;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        // Stays open: the simulator goes on to write there.
        var out = process.inputReader(StandardCharsets.UTF_8);
        this.endpoint = printed(out, "AWS endpoint");
        this.admin = printed(out, "admin API");
    }

    /** With this directory's classes in the place of those on the class path. */
    static ServerProcess start(Path classes, int core, List<String> options) throws IOException {
        return start(classes, core, List.of(System.getProperty("speed.jvm", "-Xss1m")), options);
    }

    /** The same with options of the JVM. */
    static ServerProcess start(Path classes, int core, List<String> jvm, List<String> options) throws IOException {
        var classPath = System.getProperty("java.class.path")
                .replace(Path.of("target/classes").toAbsolutePath().toString(), "");
        var command = new ArrayList<>(List.of("taskset", "-c", String.valueOf(core)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx250m", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classes + File.pathSeparator + classPath));
        command.add("io.sharewell.simulator.SimulatorMain");
        command.addAll(List.of("--port", "0", "--admin-port", "0", "--no-rate-limits"));
        command.addAll(options);
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServerProcess(process);
    }

    private static URI printed(BufferedReader out, String what) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(what)) {
                return URI.create(line.substring(line.indexOf("http")));
            }
        }
        throw new IOException("The simulator did not start");
    }

    URI endpoint() {
        return endpoint;
    }

    URI admin() {
        return admin;
    }

    /** Of the whole process since its start. */
    Duration wholeCpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** Of the one thread that answers, since its start; the compiler and the collector are others. */
    Duration cpu() throws IOException {
        try (var tasks = Files.newDirectoryStream(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (var task : tasks) {
                if (Files.readString(task.resolve("comm")).startsWith("vert.x-eventloo")) {
                    return Duration.ofNanos(Long.parseLong(
                            Files.readString(task.resolve("schedstat")).split(" ")[0]));
                }
            }
        }
        throw new IOException("The simulator has no event loop");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
