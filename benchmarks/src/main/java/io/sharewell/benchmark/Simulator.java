package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.platform.process.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The simulated AWS, a process of its own. */
final class Simulator implements AutoCloseable {

    private final JavaProcess process;
    private final URI aws;
    private final Http admin;

    private Simulator(JavaProcess process, URI aws, Http admin) {
        this.process = process;
        this.aws = aws;
        this.admin = admin;
    }

    static Simulator start(Organization organization) throws InterruptedException, IOException {
        TemporaryFolder folder = AtTheEnd.close(TemporaryFolder.create("sharewell-benchmark-simulator"));
        Path file = Files.writeString(
                folder.path().resolve("organization.json"), organization.file().toJson());
        int port = Ports.free();
        int adminPort = Ports.free();
        List<String> arguments = new ArrayList<>(List.of(
                "simulator",
                "--port=" + port,
                "--admin-port=" + adminPort,
                "--org=" + file,
                "--latency=" + organization.latency(),
                "--journal-size=1"));
        if (!organization.rateLimits()) {
            arguments.add("--no-rate-limits");
        }
        JavaProcess process = Programs.sharewell("simulator", Map.of(), List.of(), arguments);
        Http admin = new Http(URI.create("http://127.0.0.1:" + adminPort));
        admin.awaitOk("/admin/health", process);
        folder.close();
        return new Simulator(process, URI.create("http://127.0.0.1:" + port), admin);
    }

    URI aws() {
        return aws;
    }

    JavaProcess process() {
        return process;
    }

    Spent spent() {
        return Spent.by(process.pid());
    }

    /** How often each operation was called since the last reset. */
    Map<String, Long> calls() {
        Map<String, Long> calls = new TreeMap<>();
        admin.get("/admin/calls")
                .properties()
                .forEach(call ->
                        calls.put(call.getKey(), call.getValue().path("count").asLong()));
        return calls;
    }

    /** The fewest calls by which somebody learns of every share of every workload. */
    Map<String, Long> fewestCalls() {
        Map<String, Long> calls = new LinkedHashMap<>();
        admin.get("/admin/calls/fewest")
                .path("calls")
                .properties()
                .forEach(call -> calls.put(call.getKey(), call.getValue().asLong()));
        return calls;
    }

    void resetCalls() {
        admin.send(HttpRequest.newBuilder(admin.at("/admin/calls")).DELETE());
    }

    void remember(String name) throws Exception {
        admin.post("/admin/snapshots", new ObjectMapper().writeValueAsString(Map.of("name", name)));
    }

    void returnTo(String name) {
        admin.post("/admin/snapshots/" + name + "/restore", "");
    }

    /** Every hundredth workload becomes one that nobody shared yet; tells how many. */
    int forgetOneShareInAHundred() {
        int forgotten = 0;
        int i = 0;
        for (JsonNode share : admin.get("/admin/shares")) {
            if (i++ % 100 == 0) {
                admin.send(HttpRequest.newBuilder(admin.at(
                                "/admin/shares/" + share.path("shareId").asText()))
                        .DELETE());
                forgotten++;
            }
        }
        return forgotten;
    }

    @Override
    public void close() {
        process.close();
    }
}
