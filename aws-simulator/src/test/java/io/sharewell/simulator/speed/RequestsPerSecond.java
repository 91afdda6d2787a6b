package io.sharewell.simulator.speed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How many signed ListWorkloads a simulator on one core answers in a second, and what CPU each costs.
 * Arguments: one or more directories of the simulator's classes, which are measured in turns.
 */
final class RequestsPerSecond {

    private static final int CONNECTIONS = 16;
    private static final int ACCOUNTS = 100;
    private static final long WARM_UP_NANOS = 12_000_000_000L;
    private static final long ROUND_NANOS = 2_000_000_000L;
    private static final int ROUNDS = 3;

    /** CPU is the answering thread's, and the whole process's with compiler and collector. */
    record Measured(double perSecond, double cpuMicros, double wholeCpuMicros) {}

    private RequestsPerSecond() {}

    public static void main(String[] directories) throws IOException {
        var servers = new ArrayList<ServerProcess>();
        try {
            for (var directory : directories) {
                servers.add(ServerProcess.start(Path.of(directory), 0, List.of("--accounts", "1000")));
            }
            for (var server : servers) {
                load(server, 8, WARM_UP_NANOS);
            }
            for (int depth : new int[] {8, 1}) {
                measure(List.of(directories), servers, depth);
            }
        } finally {
            servers.forEach(ServerProcess::close);
        }
    }

    private static void measure(List<String> names, List<ServerProcess> servers, int depth) throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            var first = (Measured) null;
            for (int i = 0; i < servers.size(); i++) {
                var found = load(servers.get(i), depth, ROUND_NANOS);
                first = first == null ? found : first;
                System.out.printf(
                        "depth %d, round %d: %8.0f requests/s, %5.1f us CPU each (%.2f of the first)  %s%n",
                        depth,
                        round,
                        found.perSecond,
                        found.cpuMicros,
                        found.cpuMicros / first.cpuMicros,
                        names.get(i));
            }
        }
    }

    /** Keeps the server busy over 16 connections, each with so many requests sent at a time. */
    static Measured load(ServerProcess server, int depth, long nanos) throws IOException {
        var batches = batches(server.endpoint(), depth);
        var connections = new ArrayList<Connection>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                connections.add(new Connection(server.endpoint()));
            }
            return load(server, connections, batches, depth, nanos);
        } finally {
            connections.forEach(Connection::close);
        }
    }

    private static Measured load(
            ServerProcess server, List<Connection> connections, List<byte[]> batches, int depth, long nanos)
            throws IOException {
        var cpu = server.cpu();
        var wholeCpu = server.wholeCpu();
        long start = System.nanoTime();
        long answers = 0;
        int next = 0;
        for (var connection : connections) {
            connection.send(batches.get(next++ % batches.size()));
        }
        while (System.nanoTime() - start < nanos) {
            for (var connection : connections) {
                await(connection, depth);
                connection.send(batches.get(next++ % batches.size()));
                answers += depth;
            }
        }
        long took = System.nanoTime() - start;
        var used = server.cpu().minus(cpu);
        var wholeUsed = server.wholeCpu().minus(wholeCpu);
        return new Measured(answers * 1e9 / took, used.toNanos() / 1e3 / answers, wholeUsed.toNanos() / 1e3 / answers);
    }

    private static void await(Connection connection, int depth) throws IOException {
        for (int i = 0; i < depth; i++) {
            connection.awaitAnswer();
        }
    }

    /** Each of several requests, to be answered one after the other. */
    private static List<byte[]> batches(URI endpoint, int depth) throws IOException {
        var requests = new SignedRequests(endpoint).ofAccounts(ACCOUNTS);
        var batches = new ArrayList<byte[]>();
        for (int i = 0; i < requests.size(); i++) {
            var batch = new ByteArrayOutputStream();
            for (int k = 0; k < depth; k++) {
                batch.write(requests.get((i + k) % requests.size()));
            }
            batches.add(batch.toByteArray());
        }
        return batches;
    }
}
