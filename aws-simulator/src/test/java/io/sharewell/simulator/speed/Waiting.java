package io.sharewell.simulator.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** How long one request takes, sent after the other, while the simulator has other things to do. */
final class Waiting {

    private static final int CALLS = 5_000;
    private static final int HANGING = 500;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServerProcess server;
    private final List<byte[]> requests;

    /** Requests that wait; those to ap-south-1 will not be answered. */
    private final List<byte[]> unanswered = new ArrayList<>();

    Waiting(ServerProcess server) {
        this.server = server;
        this.requests = new ArrayList<>(new SignedRequests(server.endpoint()).ofAccounts(100));
        // Every third is to that Region.
        for (int i = requests.size() - 1; i >= 0; i -= 3) {
            unanswered.add(requests.remove(i));
        }
    }

    /** Milliseconds: half of the requests took no more than the first, all but one of 100 no more than the second. */
    record Millis(double median, double p99, double longest) {
        @Override
        public String toString() {
            return "%.2f ms, one in 100 more than %.2f ms, the longest %.1f ms".formatted(median, p99, longest);
        }
    }

    Millis alone() throws IOException {
        return measure(() -> false, CALLS);
    }

    Millis whileItAnswers(String adminPath) throws IOException {
        var asked = http.sendAsync(request("GET", adminPath, ""), BodyHandlers.discarding());
        return measure(asked::isDone, Integer.MAX_VALUE);
    }

    /** While others wait for an answer that never comes. */
    Millis whileOthersHang() throws IOException {
        admin("POST", "/admin/faults", "{\"kind\":\"hang\",\"region\":\"ap-south-1\"}");
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < HANGING; i++) {
                var connection = new Connection(server.endpoint());
                connections.add(connection);
                connection.send(unanswered.get(i % unanswered.size()));
            }
            return measure(() -> false, CALLS);
        } finally {
            connections.forEach(Connection::close);
            admin("DELETE", "/admin/faults", "");
        }
    }

    private Millis measure(BooleanSupplier enough, int most) throws IOException {
        var nanos = new long[1 << 16];
        int count = 0;
        try (var connection = new Connection(server.endpoint())) {
            while (count < Math.min(most, nanos.length) && !enough.getAsBoolean()) {
                long start = System.nanoTime();
                connection.send(requests.get(count % requests.size()));
                connection.awaitAnswer();
                nanos[count++] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos, 0, count);
        return new Millis(nanos[count / 2] / 1e6, nanos[count * 99 / 100] / 1e6, nanos[count - 1] / 1e6);
    }

    private void admin(String method, String path, String body) {
        CompletableFuture<?> done = http.sendAsync(request(method, path, body), BodyHandlers.discarding());
        done.join();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://" + server.admin().getAuthority() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
    }
}
