package io.sharewell.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The simulator's admin API. */
final class Simulator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI admin;

    Simulator(URI admin) {
        this.admin = admin;
    }

    /** Makes this the organization, and forgets calls and faults. */
    void has(OrganizationFile organization) throws IOException, InterruptedException {
        send("PUT", "/admin/organization", BodyPublishers.ofString(organization.toJson()));
        send("DELETE", "/admin/calls", BodyPublishers.noBody());
        send("DELETE", "/admin/faults", BodyPublishers.noBody());
    }

    void fault(String json) throws IOException, InterruptedException {
        send("POST", "/admin/faults", BodyPublishers.ofString(json));
    }

    /** How often an operation of Organizations was called. */
    int calls(String operation) throws IOException, InterruptedException {
        return of(operation).path("count").asInt();
    }

    /** How many of them gave an empty page. */
    int emptyPages(String operation) throws IOException, InterruptedException {
        return of(operation).path("emptyPages").asInt();
    }

    private JsonNode of(String operation) throws IOException, InterruptedException {
        return JSON.readTree(send("GET", "/admin/calls", BodyPublishers.noBody()))
                .path("organizations." + operation);
    }

    private String send(String method, String path, BodyPublisher body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(admin.resolve(path)).method(method, body).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
