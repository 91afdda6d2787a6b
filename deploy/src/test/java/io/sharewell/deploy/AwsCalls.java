package io.sharewell.deploy;

import io.sharewell.simulator.AwsSimulator;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;

/** Every operation that the services call, once, with the least that AWS takes as a request. */
final class AwsCalls implements AutoCloseable {

    private static final String SOME_ID = "0123456789abcdef0123456789abcdef";
    private static final String SOME_REGIONS =
            "/aws/service/global-infrastructure/services/wellarchitectedtool/regions";

    private final SdkHttpClient http = ApacheHttpClient.create();
    private final URI endpoint;

    AwsCalls(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** @param caller null: the automation account's IAM user */
    Credentials assume(Credentials caller, String role) {
        return client(StsClient.builder(), caller)
                .assumeRole(request -> request.roleArn(role).roleSessionName("test"))
                .credentials();
    }

    Set<String> actions(String role) {
        return Map.copyOf(calls(role)).keySet();
    }

    void call(String action, Credentials caller, String role) {
        Objects.requireNonNull(calls(role).get(action), "no call of " + action).accept(caller);
    }

    private Map<String, Consumer<Credentials>> calls(String role) {
        return Map.ofEntries(
                Map.entry("organizations:ListAccounts", it -> organizations(it).listAccounts()),
                Map.entry("organizations:ListRoots", it -> organizations(it).listRoots()),
                Map.entry("organizations:ListAccountsForParent", it -> organizations(it)
                        .listAccountsForParent(request -> request.parentId(root(it)))),
                Map.entry("organizations:ListOrganizationalUnitsForParent", it -> organizations(it)
                        .listOrganizationalUnitsForParent(request -> request.parentId(root(it)))),
                Map.entry("organizations:ListTagsForResource", it -> organizations(it)
                        .listTagsForResource(request -> request.resourceId(root(it)))),
                Map.entry("sts:AssumeRole", it -> assume(it, role)),
                Map.entry("ssm:GetParametersByPath", it -> client(SsmClient.builder(), it)
                        .getParametersByPath(request -> request.path(SOME_REGIONS))),
                Map.entry("account:ListRegions", it -> client(AccountClient.builder(), it)
                        .listRegions(request -> request.maxResults(10))),
                Map.entry("wellarchitected:ListWorkloads", it -> wellArchitected(it)
                        .listWorkloads(request -> {})),
                Map.entry("wellarchitected:ListWorkloadShares", it -> wellArchitected(it)
                        .listWorkloadShares(request -> request.workloadId(SOME_ID))),
                Map.entry("wellarchitected:CreateWorkloadShare", it -> wellArchitected(it)
                        .createWorkloadShare(request -> request.workloadId(SOME_ID)
                                .sharedWith("333333333333")
                                .permissionType(PermissionType.READONLY))),
                Map.entry("wellarchitected:UpdateWorkloadShare", it -> wellArchitected(it)
                        .updateWorkloadShare(request ->
                                request.workloadId(SOME_ID).shareId(SOME_ID).permissionType(PermissionType.READONLY))),
                Map.entry("wellarchitected:DeleteWorkloadShare", it -> wellArchitected(it)
                        .deleteWorkloadShare(request ->
                                request.workloadId(SOME_ID).shareId(SOME_ID).clientRequestToken(SOME_ID))),
                Map.entry("wellarchitected:ListShareInvitations", it -> wellArchitected(it)
                        .listShareInvitations(request -> {})),
                Map.entry("wellarchitected:UpdateShareInvitation", it -> wellArchitected(it)
                        .updateShareInvitation(request -> request.shareInvitationId(SOME_ID)
                                .shareInvitationAction(ShareInvitationAction.ACCEPT))));
    }

    private String root(Credentials caller) {
        return organizations(caller).listRoots().roots().getFirst().id();
    }

    private OrganizationsClient organizations(Credentials caller) {
        return client(OrganizationsClient.builder(), caller);
    }

    private WellArchitectedClient wellArchitected(Credentials caller) {
        return client(WellArchitectedClient.builder(), caller);
    }

    /** The client holds nothing but the HTTP client that all share. */
    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder, Credentials caller) {
        return builder.httpClient(http)
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        caller == null
                                ? AwsBasicCredentials.create(AwsSimulator.ACCESS_KEY_ID, AwsSimulator.SECRET_ACCESS_KEY)
                                : AwsSessionCredentials.create(
                                        caller.accessKeyId(), caller.secretAccessKey(), caller.sessionToken())))
                .build();
    }

    @Override
    public void close() {
        http.close();
    }
}
