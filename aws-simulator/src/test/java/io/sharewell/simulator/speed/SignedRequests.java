package io.sharewell.simulator.speed;

import io.sharewell.simulator.AwsSimulator;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.sts.StsClient;

/** ListWorkloads calls as AWS's clients send them, signed in advance for sessions in many accounts. */
final class SignedRequests {

    private static final List<String> REGIONS = List.of("eu-west-1", "us-east-1", "ap-south-1");
    private static final byte[] BODY = "{\"MaxResults\":50}".getBytes(StandardCharsets.UTF_8);
    private static final StaticCredentialsProvider AUTOMATION = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY));

    private final URI endpoint;

    SignedRequests(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The whole messages, as they go over the wire; good for five minutes. */
    List<byte[]> ofAccounts(int accounts) {
        var messages = new ArrayList<byte[]>();
        for (var session : sessions(accounts)) {
            REGIONS.forEach(region -> messages.add(listWorkloads(session, region)));
        }
        return messages;
    }

    private List<AwsSessionCredentialsIdentity> sessions(int accounts) {
        try (var sts = StsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AUTOMATION)
                .build()) {
            return members(accounts).stream().map(it -> session(sts, it)).toList();
        }
    }

    private List<Account> members(int accounts) {
        try (var organizations = OrganizationsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(AUTOMATION)
                .build()) {
            return organizations.listAccountsPaginator().stream()
                    .flatMap(it -> it.accounts().stream())
                    .filter(it -> it.state() == AccountState.ACTIVE
                            && it.id().charAt(1) != it.id().charAt(0))
                    .limit(accounts)
                    .toList();
        }
    }

    private static AwsSessionCredentialsIdentity session(StsClient sts, Account account) {
        var given = sts.assumeRole(it -> it.roleArn("arn:aws:iam::" + account.id() + ":role/WellArchitectedShares")
                        .roleSessionName("speed"))
                .credentials();
        return AwsSessionCredentialsIdentity.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private byte[] listWorkloads(AwsSessionCredentialsIdentity session, String region) {
        var request = SdkHttpRequest.builder()
                .uri(endpoint.resolve("/workloadsSummaries"))
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("amz-sdk-invocation-id", "0b6f0f2c-1d8e-4bb5-9c57-0a3f5a3e7c11")
                .putHeader("amz-sdk-request", "attempt=1; max=4")
                .putHeader(
                        "User-Agent", "aws-sdk-java/2.40.2 md/io#sync md/http#Apache ua/2.1 api/WellArchitected#2.40.x")
                .build();
        var signed = AwsV4HttpSigner.create()
                .sign(it -> it.request(request)
                        .identity(session)
                        .payload(() -> new ByteArrayInputStream(BODY))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "wellarchitected")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request();
        return message(signed);
    }

    private static byte[] message(SdkHttpRequest signed) {
        var headers = signed.headers().entrySet().stream()
                .map(it -> it.getKey() + ": " + String.join(",", it.getValue()) + "\r\n")
                .collect(Collectors.joining());
        var head = "POST /workloadsSummaries HTTP/1.1\r\n" + headers + "Content-Length: " + BODY.length + "\r\n\r\n";
        return (head + new String(BODY, StandardCharsets.UTF_8)).getBytes(StandardCharsets.ISO_8859_1);
    }
}
