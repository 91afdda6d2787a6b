package io.sharewell.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** A simulator under test, with AWS's own clients. */
public final class Sim implements AutoCloseable {

    public static final AwsCredentials AUTOMATION =
            AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY);
    public static final AwsCredentials REVIEWER =
            AwsBasicCredentials.create("AKIAI44QH8DHBEXAMPLE", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY");
    public static final AwsCredentials ADMINISTRATOR =
            AwsBasicCredentials.create("AKIAMANAGEMENTEXAMPLE", "m4n4g3m3nt/K7MDENG/bPxRfiCYmanagementKEY");
    public static final String REVIEWS = OrganizationFile.REVIEWS_ACCOUNT;

    private static final SdkHttpClient HTTP = ApacheHttpClient.builder()
            .socketTimeout(Duration.ofSeconds(5))
            .maxConnections(200)
            .build();
    private static final HttpClient ADMIN = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AwsSimulator simulator;

    private Sim(AwsSimulator simulator) {
        this.simulator = simulator;
    }

    public static Sim start(OrganizationFile organization) {
        return start(SimulatorOptions.of(organization).withoutRateLimits());
    }

    public static Sim start(SimulatorOptions options) {
        return new Sim(AwsSimulator.start(options));
    }

    public URI endpoint() {
        return simulator.endpoint();
    }

    public URI adminEndpoint() {
        return simulator.adminEndpoint();
    }

    public OrganizationsClient organizations() {
        return organizations(AUTOMATION);
    }

    public OrganizationsClient organizations(AwsCredentials credentials) {
        return client(OrganizationsClient.builder(), Region.US_EAST_1, credentials);
    }

    public StsClient sts() {
        return sts(Region.EU_WEST_1, AUTOMATION);
    }

    public StsClient sts(Region region, AwsCredentials credentials) {
        return client(StsClient.builder(), region, credentials);
    }

    public SsmClient ssm() {
        return client(SsmClient.builder(), Region.EU_WEST_1, AUTOMATION);
    }

    public AccountClient account(AwsCredentials credentials) {
        return client(AccountClient.builder(), Region.US_EAST_1, credentials);
    }

    public WellArchitectedClient wellArchitected(AwsCredentials credentials) {
        return wellArchitected(Region.EU_WEST_1, credentials);
    }

    public WellArchitectedClient wellArchitected(Region region, AwsCredentials credentials) {
        return client(WellArchitectedClient.builder(), region, credentials);
    }

    /** A client of the role WellArchitectedShares in an account, in eu-west-1. */
    public WellArchitectedClient wellArchitectedOf(String accountId) {
        return wellArchitected(assume(accountId));
    }

    public AwsSessionCredentials assume(String accountId) {
        return assume(accountId, _ -> {});
    }

    public AwsSessionCredentials assume(String accountId, Consumer<AssumeRoleRequest.Builder> more) {
        var session = sts().assumeRole(it -> {
                    it.roleArn(roleArn(accountId)).roleSessionName("test");
                    more.accept(it);
                })
                .credentials();
        return AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    }

    public static String roleArn(String accountId) {
        return "arn:aws:iam::" + accountId + ":role/WellArchitectedShares";
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Region region, AwsCredentials credentials) {
        return client(builder, region, StaticCredentialsProvider.create(credentials), List.of());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, Region region, AwsCredentialsProvider credentials, List<ExecutionInterceptor> interceptors) {
        return builder.httpClient(HTTP)
                .endpointOverride(simulator.endpoint())
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(it -> {
                    it.retryStrategy(DefaultRetryStrategy.doNotRetry()).addExecutionInterceptor(new ModelCheck());
                    interceptors.forEach(it::addExecutionInterceptor);
                })
                .build();
    }

    /** A client of the service with this signing name, in eu-west-1. */
    public SdkClient client(
            String service, AwsCredentialsProvider credentials, List<ExecutionInterceptor> interceptors) {
        var region = Region.EU_WEST_1;
        return switch (service) {
            case "organizations" -> client(OrganizationsClient.builder(), region, credentials, interceptors);
            case "sts" -> client(StsClient.builder(), region, credentials, interceptors);
            case "ssm" -> client(SsmClient.builder(), region, credentials, interceptors);
            case "account" -> client(AccountClient.builder(), region, credentials, interceptors);
            case "wellarchitected" -> client(WellArchitectedClient.builder(), region, credentials, interceptors);
            default -> throw new IllegalArgumentException("There is no service " + service);
        };
    }

    public JsonNode admin(String path) {
        return admin("GET", path, "");
    }

    /** Fails the test if the admin API does not answer 200. */
    public JsonNode admin(String method, String path, String body) {
        var answer = adminRaw(method, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public java.net.http.HttpResponse<String> adminRaw(String method, String path, String body) {
        var request = HttpRequest.newBuilder(simulator.adminEndpoint().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return ADMIN.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the admin API gives in no particular order. */
    public Set<JsonNode> adminSet(String path) {
        var all = new HashSet<JsonNode>();
        admin(path).forEach(all::add);
        return all;
    }

    public void advance(String duration) {
        admin("POST", "/admin/clock", "{\"advance\":\"" + duration + "\"}");
    }

    public long calls(String operation) {
        return admin("/admin/calls").path(operation).path("count").asLong();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
