package io.sharewell.chaos.world;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.platform.process.JavaProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The instances of the four services, of which any may be killed and replaced while the others go on. */
public final class Services {

    private static final String TOKEN = "a-token-of-chaos-alone";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    /** Short enough for what hangs to come to its end within a round. */
    private static final Map<String, String> SETTINGS = Map.of(
            "ACCOUNT_DISCOVERY_SCHEDULE_ENABLED", "false",
            "ACCOUNT_DISCOVERY_API_TOKEN", TOKEN,
            "AWS_ACCESS_ATTEMPT_TIMEOUT", "1s",
            "AWS_ACCESS_CALL_TIMEOUT", "3s",
            // Whoever is started while the broker is away waits for it; Kubernetes would start it again and again
            "PIPELINE_MESSAGING_START_TIMEOUT", "2m",
            "REGION_SCANNER_UNIT_BUDGET", "10s",
            "SHARE_WRITER_UNIT_BUDGET", "10s");

    private final HttpClient http = HttpClient.newHttpClient();
    private final World world;
    private final Map<String, Deque<JavaProcess>> instances = new HashMap<>();

    public Services(World world) {
        this.world = world;
        World.SERVICES.forEach(module -> instances.put(module, new ArrayDeque<>()));
    }

    /** One instance more. */
    public synchronized JavaProcess start(String module) {
        JavaProcess process = world.service(module, SETTINGS);
        instances.get(module).add(process);
        return process;
    }

    /** kill -9 of the instance that has been there the longest; nothing if another fault has just killed the last. */
    public synchronized void kill(String module) {
        JavaProcess oldest = instances.get(module).poll();
        if (oldest != null) {
            oldest.kill();
        }
    }

    /** kill -9, and another in its place. */
    public synchronized void replace(String module) {
        kill(module);
        start(module);
    }

    /** The youngest instance is asked to end, as Kubernetes or Ctrl-C would, and goes when it has drained. */
    public synchronized void release(String module) {
        JavaProcess youngest = instances.get(module).pollLast();
        try {
            if (youngest != null) {
                youngest.interrupt();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until every service has an instance and all are ready. */
    public void awaitReady() {
        synchronized (this) {
            instances.forEach((module, running) -> {
                if (running.isEmpty()) {
                    start(module);
                }
            });
        }
        Awaitility.await()
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> all().stream().allMatch(this::isReady));
    }

    private boolean isReady(JavaProcess process) {
        if (!process.isAlive()) {
            throw new IllegalStateException("a service does not start: " + process.lastWords());
        }
        return health(process, "ready") == 200;
    }

    private synchronized List<JavaProcess> all() {
        return instances.values().stream().flatMap(Deque::stream).toList();
    }

    /** What ended without having been told to; no such instance is kept. */
    public synchronized List<String> fallen() {
        List<String> fallen = new ArrayList<>();
        instances
                .values()
                .forEach(running -> running.removeIf(process -> {
                    if (!process.isAlive()) {
                        fallen.add("a process ended by itself: " + process.lastWords());
                    }
                    return !process.isAlive();
                }));
        return fallen;
    }

    /** The status of each instance's {@code /q/health/live} or {@code ready}, 0 if it does not answer, by service. */
    public synchronized Map<String, List<Integer>> health(String probe) {
        Map<String, List<Integer>> health = new HashMap<>();
        instances.forEach((module, running) -> health.put(
                module, running.stream().map(process -> health(process, probe)).toList()));
        return health;
    }

    private int health(JavaProcess process, String probe) {
        try {
            return send(HttpRequest.newBuilder(uri(process, "/q/health/" + probe)))
                    .statusCode();
        } catch (IOException | IllegalStateException e) {
            return 0; // Not there yet, or not any more
        }
    }

    /**
     * Begins a sweep.
     *
     * @return its id
     */
    public String sweep() {
        JavaProcess discovery;
        synchronized (this) {
            discovery = instances.get("account-discovery").element();
        }
        try {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(discovery, "/sweeps"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("no sweep begins: " + answer.statusCode() + " " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body()).path("sweepId").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(JavaProcess process, String path) {
        return URI.create("http://127.0.0.1:" + process.httpPort() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
