package io.sharewell.simulator.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where a request's time goes: the samples of a flight recording, by what the answering thread was about. */
final class Profile {

    /** By the first frame from the top that is one of these; the more particular ones first. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        var own = "io.sharewell.simulator.";
        PARTS.put(own + "signature", "verifying the signature (canonical request, SHA-256, HMAC)");
        PARTS.put(own + "iam", "evaluating policies");
        PARTS.put(own + "services.Authorizer", "evaluating policies");
        PARTS.put(own + "services.RequestContext", "evaluating policies");
        PARTS.put(own + "model", "holding the input against the model");
        PARTS.put(own + "protocol", "reading the request and writing the answer as JSON");
        PARTS.put(own + "services", "the operation itself");
        PARTS.put(own + "wellarchitected", "the operation itself");
        PARTS.put(own + "cloud", "the operation itself");
        PARTS.put(own + "record", "journal and counters");
        PARTS.put(own + "server.Recorder", "journal and counters");
        PARTS.put(own + "server.Interest", "journal and counters");
        PARTS.put(own + "trouble", "rate limits, faults, latency");
        PARTS.put(own + "server", "taking the request from one of these to the next");
        PARTS.put("io.vertx", "HTTP and sockets (Vert.x, Netty, the kernel)");
        PARTS.put("io.netty", "HTTP and sockets (Vert.x, Netty, the kernel)");
        PARTS.put("sun.nio.ch", "HTTP and sockets (Vert.x, Netty, the kernel)");
    }

    private static final String OTHER = "other";

    private Profile() {}

    /** Percent by part; the recording is one with the settings {@code profile}. */
    static Map<String, Double> of(Path recording) throws IOException {
        var millis = new LinkedHashMap<String, Double>();
        PARTS.values().forEach(it -> millis.put(it, 0.0));
        try (var file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                var event = file.readEvent();
                switch (event.getEventType().getName()) {
                    // The periods at which Java code and native code are sampled.
                    case "jdk.ExecutionSample" -> add(event, 10, millis);
                    case "jdk.NativeMethodSample" -> add(event, 20, millis);
                    default -> {}
                }
            }
        }
        double all = millis.values().stream().mapToDouble(it -> it).sum();
        millis.replaceAll((_, value) -> 100 * value / all);
        return millis;
    }

    private static void add(RecordedEvent sample, double millis, Map<String, Double> byPart) {
        var thread = sample.getThread("sampledThread");
        var stack = sample.getStackTrace();
        if (thread == null || stack == null || !thread.getJavaName().startsWith("vert.x-eventloop")) {
            return;
        }
        if (!isWaiting(stack.getFrames().getFirst())) {
            var part = stack.getFrames().stream()
                    .map(Profile::part)
                    .filter(it -> it != null)
                    .findFirst()
                    .orElse(OTHER);
            byPart.merge(part, millis, Double::sum);
        }
    }

    private static boolean isWaiting(RecordedFrame frame) {
        return frame.getMethod().getType().getName().equals("sun.nio.ch.EPoll")
                && frame.getMethod().getName().equals("wait");
    }

    private static String part(RecordedFrame frame) {
        var type = frame.getMethod().getType().getName();
        for (var part : PARTS.entrySet()) {
            if (type.startsWith(part.getKey())) {
                return part.getValue();
            }
        }
        return null;
    }
}
