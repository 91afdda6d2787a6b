package io.sharewell.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The simulator's admin API. */
final class SimulatorAdmin {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    SimulatorAdmin(URI endpoint) {
        this.endpoint = endpoint;
    }

    void organization(String file) {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/organization")).PUT(BodyPublishers.ofString(file)));
    }

    /** How often the account's role was asked for, successfully or not. */
    long assumeRoleCalls(String accountId) {
        JsonNode calls =
                send(HttpRequest.newBuilder(endpoint.resolve("/admin/journal?service=sts&operation=AssumeRole")));
        return calls.valueStream()
                .filter(call -> call.toString().contains("iam::" + accountId + ":role/"))
                .count();
    }

    void revokeSessions(String accountId) {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/sessions/revoke"))
                .POST(BodyPublishers.ofString("{\"accountId\":\"" + accountId + "\"}")));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response =
                    http.send(request.header("content-type", "application/json").build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return new ObjectMapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
