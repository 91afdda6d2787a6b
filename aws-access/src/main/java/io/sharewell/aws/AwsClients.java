package io.sharewell.aws;

import io.sharewell.events.Region;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The AWS clients of a process. They share one HTTP client and one timer; make one of these per process, and close it
 * at the end. Safe for use by several threads.
 *
 * <p>Credentials go with each request ({@link RequestCredentials}): building a client costs as much CPU as a call, so
 * there is one per service and Region, never one per account.
 */
public final class AwsClients implements AutoCloseable {

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final ScheduledThreadPoolExecutor timer;
    private final List<MetricPublisher> metrics;
    private final Queue<SdkAutoCloseable> clients = new ConcurrentLinkedQueue<>();

    public AwsClients(AwsSettings settings) {
        this(settings, List.of());
    }

    /** @param metrics who is told of every call and its attempts */
    public AwsClients(AwsSettings settings, List<MetricPublisher> metrics) {
        this(settings, Proxy.environment(System.getenv(), System.getProperties()), metrics);
    }

    AwsClients(AwsSettings settings, Map<String, String> environment) {
        this(settings, environment, List.of());
    }

    AwsClients(AwsSettings settings, Map<String, String> environment, List<MetricPublisher> metrics) {
        this.settings = settings;
        this.metrics = List.copyOf(metrics);
        this.http = ApacheHttpClient.builder()
                .maxConnections(settings.maxConnections())
                .socketTimeout(settings.attemptTimeout())
                .connectionAcquisitionTimeout(settings.attemptTimeout())
                .tcpKeepAlive(true)
                .proxyConfiguration(new Proxy(environment).configurationFor(settings.endpointUrl()))
                .build();
        // Each SDK client would have five threads of its own to watch its time-outs; all they do is interrupt.
        this.timer = new ScheduledThreadPoolExecutor(
                2, Thread.ofPlatform().daemon().name("aws-timeouts-", 0).factory());
        // Nearly all are cancelled, and each would keep its request until its time
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * Builds a client with all settings applied; what the builder has been told already, such as a credentials
     * provider, stays. The client is closed with this.
     */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder, Region region) {
        builder.region(software.amazon.awssdk.regions.Region.of(region.value()));
        builder.httpClient(http);
        builder.overrideConfiguration(override(builder.overrideConfiguration()));
        settings.endpointUrl().ifPresent(builder::endpointOverride);
        C client = builder.build();
        clients.add(client);
        return client;
    }

    /** Clients of one service, one per Region, each with a builder of its own. They are closed with this. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable>
            RegionalClients<C> regional(Supplier<B> builder) {
        return new RegionalClients<>(region -> client(builder.get(), region));
    }

    /** Closes all clients, the HTTP client and the timer. */
    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
        http.close();
        timer.shutdownNow();
    }

    /** How many calls and attempts are watched. */
    int timeouts() {
        return timer.getQueue().size();
    }

    private ClientOverrideConfiguration override(ClientOverrideConfiguration given) {
        return given.toBuilder()
                .apiCallTimeout(settings.callTimeout())
                .apiCallAttemptTimeout(settings.attemptTimeout())
                // Not ADAPTIVE: its limiter belongs to the client, so one throttled account would slow all.
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(settings.attempts())
                        .build())
                .scheduledExecutorService(timer)
                .metricPublishers(metrics)
                // Lets the owner of an account find the calls in CloudTrail.
                .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_PREFIX, "sharewell")
                .build();
    }
}
