package io.sharewell.simulator.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium, driven by its own debugging protocol. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final AtomicInteger commands = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private String session;

    private Browser(Process process, Path profile, String address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Answers())
                .join();
    }

    /** The browser's program; empty if none is installed. */
    static Optional<Path> installed() {
        var directories = System.getenv().getOrDefault("PATH", "").split(":");
        return NAMES.stream()
                .flatMap(name -> List.of(directories).stream().map(it -> Path.of(it, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start() throws IOException {
        var profile = Files.createTempDirectory("browser");
        var command = List.of(
                installed().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var browser = new Browser(process, profile, address(process.inputReader()));
        browser.openTab();
        return browser;
    }

    private static String address(BufferedReader output) throws IOException {
        var said = new ArrayList<String>();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("DevTools listening on ")) {
                // Chromium goes on talking; unread, it would stop when the pipe is full.
                Thread.startVirtualThread(() -> output.lines().forEach(_ -> {}));
                return line.substring("DevTools listening on ".length());
            }
        }
        throw new IOException("The browser did not start: " + said);
    }

    private void openTab() {
        var target = send("Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asText();
        session = send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asText();
        send("Page.enable", Map.of());
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
    }

    void open(URI address) {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** What a script evaluates to; promises are waited for. */
    JsonNode evaluate(String script) {
        var answer =
                send("Runtime.evaluate", Map.of("expression", script, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + " failed: "
                    + answer.at("/exceptionDetails/exception/description").asText());
        }
        return answer.at("/result/value");
    }

    /** Waits until a script is true, for as long as it takes a loaded machine. */
    void await(String condition) {
        var script = "new Promise((done, failed) => { const end = Date.now() + " + PATIENCE_SECONDS * 1000
                + "; const look = () => { let is = false; try { is = " + condition + " } catch {} if (is) done(true);"
                + " else if (Date.now() > end) failed(new Error('never came true; the page says: '"
                + " + document.body.innerText.slice(0, 900))); else setTimeout(look, 50) }; look() })";
        evaluate(script);
    }

    void press(String key) {
        for (var type : List.of("keyDown", "keyUp")) {
            send("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key));
        }
    }

    void size(int width, int height) {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String feature, String value) {
        send("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    void screenshot(Path file) throws IOException {
        var picture = send("Page.captureScreenshot", Map.of("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(picture.path("data").asText()));
    }

    /** Errors that the page caused so far, as the browser's console has them. */
    List<String> complaints() {
        return complaints;
    }

    private JsonNode send(String method, Map<String, Object> parameters) {
        int id = commands.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            command.put("sessionId", session);
        }
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(id, answer);
        socket.sendText(command.toString(), true).join();
        var message = answer.orTimeout(2 * PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (message.has("error")) {
            throw new AssertionError(method + " failed: " + message.path("error"));
        }
        return message.path("result");
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                receive(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    private void receive(String text) {
        try {
            var message = JSON.readTree(text);
            var answered = message.has("id") ? waiting.remove(message.get("id").asInt()) : null;
            if (answered != null) {
                answered.complete(message);
            }
            switch (message.path("method").asText()) {
                case "Runtime.exceptionThrown" ->
                    complaints.add(message.path("params").toString());
                case "Log.entryAdded" -> {
                    if (message.at("/params/entry/level").asText().equals("error")) {
                        complaints.add(message.at("/params/entry").toString());
                    }
                }
                default -> {}
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        } catch (UncheckedIOException e) {
            // Its helper processes still clean up as well; what is left is the system's to remove
        }
    }
}
