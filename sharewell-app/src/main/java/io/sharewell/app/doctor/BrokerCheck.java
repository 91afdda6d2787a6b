package io.sharewell.app.doctor;

import io.sharewell.app.read.QuietKafka;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/** Whether a Kafka broker answers. */
final class BrokerCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String servers;

    BrokerCheck(String servers) {
        this.servers = servers;
    }

    Finding check() {
        QuietKafka.apply();
        try (Admin admin = Admin.create(settings())) {
            int brokers = admin.describeCluster()
                    .nodes()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .size();
            return new Finding.Ok(brokers + (brokers == 1 ? " broker" : " brokers") + " at " + servers);
        } catch (ExecutionException | TimeoutException e) {
            return unreachable(e instanceof ExecutionException ? String.valueOf(e.getCause()) : "no answer in 5 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unreachable("interrupted");
        } catch (KafkaException e) {
            return notMade(e);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Math.toIntExact(PATIENCE.toMillis()),
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    private Finding notMade(KafkaException failure) {
        return failure.getCause() instanceof ConfigException config
                ? Finding.of(
                        Cause.BROKER_HOST_UNKNOWN,
                        config.getMessage(),
                        "No address is known for a host of " + servers
                                + ": check --bootstrap-servers, and where the name is known (inside the cluster only?).",
                        "getent hosts " + servers.replaceFirst(":.*", ""))
                : unreachable(failure.getMessage());
    }

    private Finding unreachable(String seen) {
        return Finding.of(
                Cause.BROKER_UNREACHABLE,
                "Kafka at " + servers + ": " + seen,
                "No Kafka broker answers at " + servers + ": check --bootstrap-servers, that the broker runs and can be"
                        + " reached from here, and the addresses it advertises. A broker that wants TLS or SASL looks the"
                        + " same from here: './sharewell status' takes --command-config.",
                "./sharewell status --bootstrap-servers " + servers);
    }
}
