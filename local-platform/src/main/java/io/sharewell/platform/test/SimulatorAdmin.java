package io.sharewell.platform.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The simulator's admin API. Paths are those behind {@code /admin/}. */
public final class SimulatorAdmin {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;

    public SimulatorAdmin(URI endpoint) {
        this.endpoint = endpoint;
    }

    public JsonNode get(String path) {
        return send(request(path).GET());
    }

    public void put(String path, String body) {
        send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    public void post(String path, String body) {
        send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public void delete(String path) {
        send(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(endpoint.resolve("/admin/" + path)).header("content-type", "application/json");
    }

    private static JsonNode send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("the simulator says " + response.statusCode() + " " + response.body());
            }
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
