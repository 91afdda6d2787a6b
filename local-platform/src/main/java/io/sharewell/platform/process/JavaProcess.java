package io.sharewell.platform.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A packaged application as a process of its own. */
public final class JavaProcess implements AutoCloseable {

    private static final int LAST_WORDS = 10_000;
    private static final Pattern LISTENING = Pattern.compile("Listening on: http://[^:]+:(\\d+)");

    /** A build in the background has children that ignore SIGINT, unless GNU's {@code env} helps. */
    private static final List<String> HEARS_CTRL_C = hearsCtrlC();

    private final String name;
    private final Process process;
    private final Path output;
    private final Path errors;

    private JavaProcess(String name, Process process, Path output, Path errors) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** A module's {@code quarkus-run.jar} with settings as environment and arguments. */
    public static JavaProcess start(String module, Map<String, String> environment, List<String> arguments) {
        return startJava(module, JavaCommand.of(module, JavaCommand.OPTIONS_OF_A_POD, arguments), environment);
    }

    /**
     * The same, watched by the JVM: when it ends, it leaves a start-up cache for all that come after it.
     *
     * @param jvm its options
     */
    public static JavaProcess startTraining(
            String module, Path cache, List<String> jvm, Map<String, String> environment) {
        return startJava(module, JavaCommand.training(module, cache, jvm), environment);
    }

    /** The same as in a pod: in a folder that it may not write to and, where that can be done here, as a user without a name. */
    public static JavaProcess startAsInAPod(String module, Map<String, String> environment) {
        List<String> prefix = new ArrayList<>(HEARS_CTRL_C);
        prefix.addAll(Pod.user(java(), JavaCommand.jar(module)));
        List<String> command = JavaCommand.of(module, JavaCommand.OPTIONS_OF_A_POD, List.of());
        return start(prefix, Pod.readOnlyFolder(), module, command, environment);
    }

    /**
     * Any program, with options of its own for the JVM.
     *
     * @param name for its output
     * @param java all that follows the word {@code java}
     */
    public static JavaProcess startJava(String name, List<String> java, Map<String, String> environment) {
        return start(HEARS_CTRL_C, null, name, java, environment);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** @param folder null for this process's own */
    private static JavaProcess start(
            List<String> prefix, Path folder, String name, List<String> java, Map<String, String> environment) {
        try {
            Path output = temporary(name, ".out");
            Path errors = temporary(name, ".err");
            List<String> command = new ArrayList<>(prefix);
            command.add(java().toString());
            command.addAll(java);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
            builder.directory(folder == null ? null : folder.toFile());
            builder.environment().keySet().removeIf(key -> key.startsWith("AWS_"));
            builder.environment().putAll(environment);
            return new JavaProcess(name, builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It can be read as long as this JVM lives. */
    private static Path temporary(String name, String suffix) throws IOException {
        Path file = Files.createTempFile(name, suffix);
        file.toFile().deleteOnExit();
        return file;
    }

    private static List<String> hearsCtrlC() {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> attempt = new ArrayList<>(prefix);
        attempt.add("true");
        try {
            return new ProcessBuilder(attempt).start().waitFor() == 0 ? prefix : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    public int awaitExit() throws InterruptedException {
        return awaitExit(Duration.ofMinutes(5));
    }

    /**
     * The exit status.
     *
     * @throws IllegalStateException if it has not ended by then
     */
    public int awaitExit(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience)) {
            throw new IllegalStateException("It does not end: " + lastWords());
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** kill -9. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * As Kubernetes ends a container: SIGTERM, and SIGKILL if that does not help in time.
     *
     * @return the exit status
     * @throws IllegalStateException if it had to be killed
     */
    public int terminate(long grace, TimeUnit unit) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(grace, unit)) {
            String last = lastWords();
            kill();
            throw new IllegalStateException("It did not end within " + grace + " " + unit + ": " + last);
        }
        return process.exitValue();
    }

    /** Ctrl-C. */
    public void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** The port it said that it listens on. */
    public int httpPort() {
        Matcher said = LISTENING.matcher(output() + errors());
        if (!said.find()) {
            throw new IllegalStateException(name + " does not say where it listens\n" + lastWords());
        }
        return Integer.parseInt(said.group(1));
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    public String lastWords() {
        String all = output() + errors();
        return "--- %s, %s:\n%s"
                .formatted(
                        name,
                        process.isAlive() ? "alive" : "ended with " + process.exitValue(),
                        all.substring(Math.max(0, all.length() - LAST_WORDS)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
