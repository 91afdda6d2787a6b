package io.sharewell.simulator.speed;

import io.sharewell.simulator.speed.RequestsPerSecond.Measured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All figures of the README's section on speed, as its Markdown. Takes two minutes and wants a machine for itself. */
final class Speed {

    private static final long WARM_UP_NANOS = 20_000_000_000L;
    private static final long ROUND_NANOS = 3_000_000_000L;
    private static final int ROUNDS = 5;
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

    private final StringBuilder markdown = new StringBuilder();
    private final Path directory;

    private Speed(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        var speed = new Speed(Files.createTempDirectory("speed"));
        speed.machine();
        speed.loading();
        // From here on the server has a core for itself.
        new ProcessBuilder(
                        "taskset",
                        "-a",
                        "-c",
                        "-p",
                        "1",
                        String.valueOf(ProcessHandle.current().pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        speed.throughput();
        speed.profile();
        speed.waiting();
        System.out.print(speed.markdown);
    }

    private void machine() throws IOException {
        var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(it -> it.startsWith("model name"))
                .findFirst()
                .map(it -> it.substring(it.indexOf(':') + 1).trim())
                .orElse(System.getProperty("os.arch"));
        say(
                "On a virtual machine with %d cores (%s), %s %s, JDK %s:",
                Runtime.getRuntime().availableProcessors(),
                model,
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceFirst("-.*", ""),
                Runtime.version().feature());
        say("");
    }

    private void loading() throws IOException, InterruptedException {
        say("| 10,000 accounts × 20 Regions × 3 workloads, `-Xmx250m` | from the JVM's start until it is loaded | heap"
                + " | heap with 600,000 shares |");
        say("|---|---|---|---|");
        for (var file : List.of("organization.json", "organization.yaml")) {
            var path = directory.resolve(file);
            Scale.main(new String[] {"write", path.toString()});
            var best = List.of(load(path), load(path), load(path)).stream()
                    .min(Comparator.comparingInt(it -> it[0]))
                    .orElseThrow();
            say(
                    "| %s, %d MB | %.1f s | %d MB | %d MB |",
                    file.endsWith("json") ? "JSON" : "YAML", Files.size(path) >> 20, best[0] / 1e3, best[1], best[2]);
        }
        say("");
    }

    /** Milliseconds, and megabytes without and with shares. */
    private static int[] load(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx250m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scale.class.getName(),
                        "load",
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
        process.waitFor();
        return new int[] {number(lines.get(0), 1), number(lines.get(0), -2), number(lines.get(1), -2)};
    }

    private static int number(String line, int word) {
        var words = line.split(" ");
        return Integer.parseInt(words[word < 0 ? words.length + word : word]);
    }

    private void throughput() throws IOException {
        say("| signed ListWorkloads, server on one core, client on another | per second | CPU per request, answering"
                + " thread | whole process |");
        say("|---|---|---|---|");
        try (var server = ServerProcess.start(CLASSES, 0, List.of("--accounts", "1000"))) {
            RequestsPerSecond.load(server, 8, WARM_UP_NANOS);
            for (int depth : new int[] {1, 8}) {
                var rounds = new ArrayList<Measured>();
                for (int round = 0; round < ROUNDS; round++) {
                    rounds.add(RequestsPerSecond.load(server, depth, ROUND_NANOS));
                }
                rounds.sort(Comparator.comparingDouble(Measured::perSecond));
                say(row(depth, "best", rounds.getLast()));
                say(row(depth, "median", rounds.get(ROUNDS / 2)));
            }
        }
        say("");
    }

    private static String row(int depth, String which, Measured measured) {
        return "| 16 connections, %s, %s of %d rounds | %,.0f | %.0f µs | %.0f µs |"
                .formatted(
                        depth == 1 ? "one request at a time each" : depth + " requests sent at a time each",
                        which,
                        ROUNDS,
                        measured.perSecond(),
                        measured.cpuMicros(),
                        measured.wholeCpuMicros());
    }

    private void profile() throws IOException {
        var recording = directory.resolve("speed.jfr");
        var jfr = "-XX:StartFlightRecording=delay=15s,settings=profile,filename=" + recording;
        try (var server =
                ServerProcess.start(CLASSES, 0, List.of(jfr, "-Xlog:disable"), List.of("--accounts", "1000"))) {
            RequestsPerSecond.load(server, 8, WARM_UP_NANOS + 5 * ROUND_NANOS);
        }
        say("| where the answering thread's time goes | |");
        say("|---|---|");
        Profile.of(recording).entrySet().stream()
                .filter(it -> it.getValue() >= 0.5)
                .sorted((a, b) -> Double.compare(b.getValue(), a.getValue()))
                .forEach(it -> say("| %s | %.0f %% |", it.getKey(), it.getValue()));
        say("");
    }

    private void waiting() throws IOException {
        var file = directory.resolve("organization.json").toString();
        say("| one ListWorkloads after the other, server on one core with those 10,000 accounts | takes |");
        say("|---|---|");
        try (var server = ServerProcess.start(CLASSES, 0, List.of("--org", file))) {
            RequestsPerSecond.load(server, 8, WARM_UP_NANOS);
            var waiting = new Waiting(server);
            say("| nothing else to do | %s |", waiting.alone());
            say("| 500 calls hang | %s |", waiting.whileOthersHang());
            waiting.whileItAnswers("/admin/calls/fewest");
            say("| while `/admin/calls/fewest` is worked out | %s |", waiting.whileItAnswers("/admin/calls/fewest"));
            say(
                    "| while `/admin/organization/now` is written | %s |",
                    waiting.whileItAnswers("/admin/organization/now"));
        }
    }

    private void say(String line, Object... values) {
        markdown.append(values.length == 0 ? line : line.formatted(values)).append('\n');
        System.err.println(values.length == 0 ? line : line.formatted(values));
    }
}
