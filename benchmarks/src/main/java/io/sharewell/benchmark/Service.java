package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A process that is one of the services, or all four. */
final class Service implements AutoCloseable {

    private final String name;
    private final JavaProcess process;
    private final Http api;
    private final Duration start;

    private Service(String name, JavaProcess process, Http api, Duration start) {
        this.name = name;
        this.process = process;
        this.api = api;
        this.start = start;
    }

    /** Returns once it is ready. */
    static Service start(
            String name, Function<Map<String, String>, JavaProcess> program, Map<String, String> environment)
            throws InterruptedException {
        int port = Ports.free();
        Map<String, String> withPort = new HashMap<>(environment);
        withPort.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        long before = System.nanoTime();
        JavaProcess process = program.apply(withPort);
        Http api = new Http(URI.create("http://127.0.0.1:" + port));
        api.awaitOk("/q/health/ready", process);
        return new Service(name, process, api, Duration.ofNanos(System.nanoTime() - before));
    }

    /** Begins a sweep, if account-discovery is in it; gives its id. */
    String sweep(String token) {
        return api.send(HttpRequest.newBuilder(api.at("/sweeps"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .path("sweepId")
                .asText();
    }

    /** How many records its stages have done with so far, by Sharewell's own metric. */
    long recordsDone() {
        return api.text("/q/metrics")
                .lines()
                .filter(line ->
                        line.startsWith("sharewell_records_handled_total{") && line.contains("outcome=\"done\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    String name() {
        return name;
    }

    /** From the start of the process until it was ready. */
    Duration startedWithin() {
        return start;
    }

    Spent spent() {
        return Spent.by(process.pid());
    }

    JavaProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
