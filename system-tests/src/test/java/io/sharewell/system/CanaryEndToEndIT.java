package io.sharewell.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.sharewell.chaos.checker.Records;
import io.sharewell.chaos.world.Feed;
import io.sharewell.chaos.world.World;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Topic;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.messaging.KafkaRecords;
import io.sharewell.platform.process.JavaProcess;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Every session's real secrets, searched for everywhere that anybody could look. */
class CanaryEndToEndIT {

    private static final List<String> PATHS =
            List.of("/q/health", "/q/metrics", "/sweeps", "/sweeps/latest", "/accounts/333333333333");

    /** They call AWS in the automation account's name. */
    private static final Set<String> WITH_KEYS = Set.of("account-discovery", "credential-broker");

    private static final ObjectMapper JSON = EventCodec.mapper().build();

    @Test
    void noSecretOfASessionIsAnywhereButInItsSeal() throws Exception {
        ByteArrayOutputStream spans = new ByteArrayOutputStream();
        HttpServer collector = collector(spans);
        try (World world = World.of(GeneratedOrganization.demo(40, 5))) {
            Map<String, JavaProcess> services = new HashMap<>();
            for (String service : World.SERVICES) {
                services.put(service, world.service(service, settings(collector)));
            }
            // Trouble makes records climb the ladder and end as dead letters, with their causes
            world.admin()
                    .fault(
                            "{\"id\":\"t\",\"service\":\"wellarchitected\",\"operation\":\"ListWorkloads\","
                                    + "\"region\":\"eu-west-1\",\"kind\":\"error\",\"code\":\"InternalServerException\",\"status\":500}");
            // Sessions that are revoked make renewals
            Feed feed = new Feed(world);
            feed.await(ledger -> ledger.latest()
                    .filter(sweep -> sweep.totals().units().scanned() > 20)
                    .isPresent());
            world.admin().advanceClock("PT2H");
            SweepReport report = feed.awaitEnd();

            List<ConsumerRecord<byte[], byte[]>> records = Records.all(world.bootstrapServers());
            Set<String> canaries = canaries(records, SessionSeal.from(world.sealKeyset()));
            assertThat(canaries).as("secrets of at least 30 sessions").hasSizeGreaterThan(60);
            assertThat(topicsOf(records))
                    .contains(
                            Topic.SESSION_RENEWALS.topicName(),
                            Topic.ACCOUNT_SESSIONS.retry(3),
                            Topic.ACCOUNT_SESSIONS.dlq());

            Map<String, byte[]> places = new HashMap<>();
            places.put("the report, of which its files are made", JSON.writeValueAsBytes(report));
            records.forEach(record -> places.put(KafkaRecords.place(record), Records.bytes(record)));
            for (String service : World.SERVICES) {
                JavaProcess process = services.get(service);
                places.put("log of " + service, (process.output() + process.errors()).getBytes());
                for (String path : PATHS) {
                    places.put(service + path, get(process.httpPort(), path));
                }
            }
            assertThat(places.get("log of region-scanner")).as("logs at DEBUG").hasSizeGreaterThan(10_000);
            places.put("spans", spans.toByteArray());
            assertThat(spans.size()).isPositive();
            places.forEach((place, bytes) -> assertHoldsNone(place, bytes, canaries));
            for (String service : World.SERVICES) {
                assertProcessTellsNone(service, services.get(service).pid(), canaries);
            }
        } finally {
            collector.stop(0);
        }
    }

    private static Map<String, String> settings(HttpServer collector) {
        return Map.of(
                "QUARKUS_LOG_LEVEL",
                "DEBUG",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort(),
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_COMPRESSION",
                "none");
    }

    /** The secrets themselves: whoever has the keyset can read them. */
    private static Set<String> canaries(List<ConsumerRecord<byte[], byte[]>> records, SessionSeal seal)
            throws Exception {
        Set<String> canaries = new HashSet<>(Set.of(AwsSimulator.SECRET_ACCESS_KEY));
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.topic().equals(Topic.ACCOUNT_SESSIONS.topicName())
                    && EventCodec.decode(KafkaRecords.header(record, CloudEvents.TYPE), record.value())
                            instanceof AccountSessionOpened unit) {
                SessionCredentials session =
                        seal.open(unit.session(), SealContext.of(unit.envelope(), unit.accountId()));
                canaries.add(session.secretAccessKey().value());
                canaries.add(session.sessionToken().value());
            }
        }
        return canaries;
    }

    private static void assertHoldsNone(String place, byte[] bytes, Set<String> canaries) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (String canary : canaries) {
            assertThat(text.contains(canary))
                    .as("a secret in clear in %s", place)
                    .isFalse();
            for (String form : base64Forms(canary)) {
                assertThat(text.contains(form))
                        .as("a secret as base64 in %s", place)
                        .isFalse();
            }
        }
    }

    /** What everybody on the machine can see of a process, and its user and root. */
    private static void assertProcessTellsNone(String service, long pid, Set<String> canaries) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        if (!Files.exists(process)) {
            return; // Not on Linux
        }
        assertHoldsNone("arguments of " + service, Files.readAllBytes(process.resolve("cmdline")), canaries);
        byte[] environment = Files.readAllBytes(process.resolve("environ"));
        assertThat(environment).as("environment of %s", service).isNotEmpty();
        Set<String> foreign = new HashSet<>(canaries);
        if (WITH_KEYS.contains(service)) {
            foreign.remove(AwsSimulator.SECRET_ACCESS_KEY); // Its own, given so
        }
        assertHoldsNone("environment of " + service, environment, foreign);
    }

    /** Base64 of a part of a longer text looks different by where it begins. */
    private static List<String> base64Forms(String secret) {
        return Stream.of("", "x", "xx")
                .map(before -> Base64.getEncoder().withoutPadding().encodeToString((before + secret).getBytes()))
                .map(form -> form.substring(4, form.length() - 4))
                .toList();
    }

    private static Set<String> topicsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<String> topics = new HashSet<>();
        records.forEach(record -> topics.add(record.topic()));
        return topics;
    }

    private static byte[] get(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static HttpServer collector(ByteArrayOutputStream spans) throws IOException {
        HttpServer collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            synchronized (spans) {
                spans.write(body);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        return collector;
    }
}
