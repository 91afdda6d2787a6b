package io.sharewell.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The calls as the simulator counted them. */
final class SimulatorCalls {

    private static final List<String> WRITES = List.of(
            "wellarchitected.CreateWorkloadShare",
            "wellarchitected.UpdateWorkloadShare",
            "wellarchitected.DeleteWorkloadShare");

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI calls;

    SimulatorCalls(URI adminEndpoint) {
        this.calls = adminEndpoint.resolve("/admin/calls");
    }

    void reset() throws IOException, InterruptedException {
        http.send(HttpRequest.newBuilder(calls).DELETE().build(), HttpResponse.BodyHandlers.discarding());
    }

    /** Calls that write shares, since the last reset. */
    long shareWrites() throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(calls).build(), HttpResponse.BodyHandlers.ofString());
        JsonNode counts = new ObjectMapper().readTree(answer.body());
        return WRITES.stream()
                .mapToLong(operation -> counts.path(operation).path("count").asLong())
                .sum();
    }
}
