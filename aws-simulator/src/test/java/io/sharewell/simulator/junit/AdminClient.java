package io.sharewell.simulator.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the admin API. */
final class AdminClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI endpoint;

    AdminClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The answer's body; anything but 200 is a mistake of the test. */
    String send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(endpoint.resolve("/admin/" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        method + " /admin/" + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the simulator", e);
        }
    }
}
