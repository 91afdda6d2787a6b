package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services in one JVM. */
final class Services implements AutoCloseable {

    private static final String TOKEN = "the-benchmark-and-nobody-else";

    private final JavaProcess process;
    private final Http api;
    private final Duration start;

    private Services(JavaProcess process, Http api, Duration start) {
        this.process = process;
        this.api = api;
        this.start = start;
    }

    static Services start(Simulator aws, Broker broker, Tuning tuning) throws InterruptedException, IOException {
        int port = Ports.free();
        Map<String, String> environment = environment(aws, broker, tuning, Files.createTempDirectory("keysets"));
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        long before = System.nanoTime();
        JavaProcess process = Programs.sharewell("services", environment, tuning.jvm(), List.of("services"));
        Http api = new Http(URI.create("http://127.0.0.1:" + port));
        api.awaitOk("/q/health/ready", process);
        return new Services(process, api, Duration.ofNanos(System.nanoTime() - before));
    }

    private static Map<String, String> environment(Simulator aws, Broker broker, Tuning tuning, Path keysets) {
        Path seal = keysets.resolve("seal.json");
        Path grant = keysets.resolve("grant.json");
        Keysets.createSealKeyset(seal);
        Keysets.createGrantKeyset(grant);
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("AWS_ACCESS_ENDPOINT_URL", aws.aws().toString());
        environment.put("AWS_ACCESS_KEY_ID", AwsSimulator.ACCESS_KEY_ID);
        environment.put("AWS_SECRET_ACCESS_KEY", AwsSimulator.SECRET_ACCESS_KEY);
        environment.put("AWS_REGION", "us-east-1");
        environment.put("ACCOUNT_DISCOVERY_API_TOKEN", TOKEN);
        environment.put("CREDENTIAL_BROKER_SEAL_KEYSET", seal.toString());
        environment.put("CREDENTIAL_BROKER_GRANT_KEYSET", grant.toString());
        environment.put("REGION_SCANNER_SEAL_KEYSET", seal.toString());
        environment.put("SHARE_WRITER_SEAL_KEYSET", seal.toString());
        environment.put("SHARE_WRITER_TARGETS_0__PRINCIPAL", OrganizationFile.REVIEWS_ACCOUNT);
        environment.putAll(tuning.environment());
        return environment;
    }

    /** Begins a sweep; gives its id. */
    String sweep() {
        return api.send(HttpRequest.newBuilder(api.at("/sweeps"))
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .path("sweepId")
                .asText();
    }

    /** From the start of the process until it was ready to sweep. */
    Duration startedWithin() {
        return start;
    }

    Spent spent() {
        return Spent.by(process.pid());
    }

    String lastWords() {
        return process.lastWords();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
