package io.sharewell.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.platform.process.JavaProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** An HTTP interface of a process that is measured. */
record Http(URI base) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_MILLIS = 20;

    URI at(String path) {
        return base.resolve(path);
    }

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(at(path)).GET());
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)));
    }

    JsonNode send(HttpRequest.Builder request) {
        String answer = answer(request);
        try {
            return answer.isBlank() ? JSON.createObjectNode() : JSON.readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException(base + ": " + e, e);
        }
    }

    String text(String path) {
        return answer(HttpRequest.newBuilder(at(path)).GET());
    }

    private String answer(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(answer.uri() + " says " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(base + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it answers well, as long as the process lives. */
    void awaitOk(String path, JavaProcess process) throws InterruptedException {
        while (true) {
            try {
                send(HttpRequest.newBuilder(at(path)).GET());
                return;
            } catch (IllegalStateException e) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(process.lastWords(), e);
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }
}
