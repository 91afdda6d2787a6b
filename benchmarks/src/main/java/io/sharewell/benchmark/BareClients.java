package io.sharewell.benchmark;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsSettings;
import io.sharewell.events.Region;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Where the bare loop has its SDK clients from: where the services have them from, or with another HTTP client. */
final class BareClients implements AutoCloseable {

    /** The HTTP clients that are compared. */
    enum HttpKind {
        /** Apache HttpClient 4, as the services have it. */
        APACHE,
        /** The JDK's HttpURLConnection. */
        URL_CONNECTION,
        /** AWS's own, in C. */
        AWS_CRT
    }

    private final URI endpoint;
    private final AwsClients asTheServices;
    private final Optional<SdkHttpClient> other;

    BareClients(HttpKind kind, URI endpoint, int concurrency) {
        AwsSettings defaults = AwsSettings.defaults();
        this.endpoint = endpoint;
        this.asTheServices = new AwsClients(new AwsSettings(
                Optional.of(endpoint),
                defaults.callTimeout(),
                defaults.attemptTimeout(),
                defaults.attempts(),
                Math.max(defaults.maxConnections(), concurrency)));
        this.other = switch (kind) {
            case APACHE -> Optional.empty();
            case URL_CONNECTION -> {
                // The JDK keeps five idle connections to a host unless told otherwise
                System.setProperty("http.maxConnections", String.valueOf(concurrency));
                yield Optional.of(UrlConnectionHttpClient.create());
            }
            case AWS_CRT ->
                Optional.of(
                        AwsCrtHttpClient.builder().maxConcurrency(concurrency).build());
        };
    }

    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder, Region region) {
        if (other.isEmpty()) {
            return asTheServices.client(builder, region);
        }
        builder.region(software.amazon.awssdk.regions.Region.of(region.value()));
        builder.httpClient(other.get());
        builder.endpointOverride(endpoint);
        return builder.build();
    }

    @Override
    public void close() {
        asTheServices.close();
        other.ifPresent(SdkHttpClient::close);
    }
}
