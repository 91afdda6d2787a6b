package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import io.sharewell.platform.process.TemporaryFolder;
import io.sharewell.seal.Keysets;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services, in one JVM or in processes of their own. */
final class Services implements AutoCloseable {

    static final String SCANNER = "region-scanner";

    private static final String TOKEN = "the-benchmark-and-nobody-else";

    /** The first has account-discovery in it. */
    private final List<Service> all = new ArrayList<>();

    private final TemporaryFolder keysets = AtTheEnd.close(TemporaryFolder.create("sharewell-benchmark-keysets"));
    private final Map<String, String> environment = new HashMap<>();

    private Services(Simulator aws, Broker broker, Tuning tuning) throws IOException {
        Path seal = keysets.path().resolve("seal.json");
        Path grant = keysets.path().resolve("grant.json");
        Keysets.createSealKeyset(seal);
        Keysets.createGrantKeyset(grant);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("AWS_ACCESS_ENDPOINT_URL", aws.aws().toString());
        environment.putAll(AwsSimulator.environment("us-east-1"));
        environment.put("ACCOUNT_DISCOVERY_SCHEDULE_ENABLED", "false");
        environment.put("ACCOUNT_DISCOVERY_API_TOKEN", TOKEN);
        environment.put("CREDENTIAL_BROKER_SEAL_KEYSET", seal.toString());
        environment.put("CREDENTIAL_BROKER_GRANT_KEYSET", grant.toString());
        environment.put("REGION_SCANNER_SEAL_KEYSET", seal.toString());
        environment.put("SHARE_WRITER_SEAL_KEYSET", seal.toString());
        environment.put("SHARE_WRITER_TARGETS_0__PRINCIPAL", OrganizationFile.REVIEWS_ACCOUNT);
        environment.putAll(tuning.environment());
    }

    static Services inOneJvm(Simulator aws, Broker broker, Tuning tuning) throws InterruptedException, IOException {
        Services services = new Services(aws, broker, tuning);
        services.all.add(Service.start(
                "services",
                it -> Programs.sharewell("services", it, tuning.jvm(), List.of("services")),
                services.environment));
        return services;
    }

    /** One after another, so that the start of each is its own. */
    static Services apart(Simulator aws, Broker broker, Tuning tuning, int scanners)
            throws InterruptedException, IOException {
        Services services = new Services(aws, broker, tuning);
        try {
            for (String module : List.of("account-discovery", "credential-broker", "share-writer")) {
                services.start(module, tuning);
            }
            for (int i = 0; i < scanners; i++) {
                services.start(SCANNER, tuning);
            }
            return services;
        } catch (RuntimeException | InterruptedException e) {
            services.close();
            throw e;
        }
    }

    static Services one(String module, Simulator aws, Broker broker, Tuning tuning)
            throws InterruptedException, IOException {
        Services services = new Services(aws, broker, tuning);
        services.start(module, tuning);
        return services;
    }

    private void start(String module, Tuning tuning) throws InterruptedException {
        all.add(Service.start(module, it -> Programs.service(module, it, tuning.jvm()), environment));
    }

    List<Service> all() {
        return all;
    }

    /** Begins a sweep; gives its id. */
    String sweep() {
        return all.getFirst().sweep(TOKEN);
    }

    /** Of the processes, which started one after another, all times together until each was ready. */
    Duration startedWithin() {
        return all.stream().map(Service::startedWithin).reduce(Duration.ZERO, Duration::plus);
    }

    /** Of all processes together. */
    Spent spent() {
        return all.stream().map(Service::spent).reduce(Spent.NOTHING, Spent::plus);
    }

    List<JavaProcess> processes() {
        return all.stream().map(Service::process).toList();
    }

    @Override
    public void close() {
        all.forEach(Service::close);
        keysets.close();
    }
}
