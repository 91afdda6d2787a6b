package io.sharewell.aws;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;

/** The calls that Sharewell makes, with real clients. */
enum Call {
    LIST_WORKLOADS("wellarchitected", "ListWorkloads", clients -> clients.wa().listWorkloads(r -> {})),
    LIST_SHARES("wellarchitected", "ListWorkloadShares", clients -> clients.wa()
            .listWorkloadShares(r -> r.workloadId(Call.ID))),
    CREATE_SHARE("wellarchitected", "CreateWorkloadShare", clients -> clients.wa()
            .createWorkloadShare(r -> r.workloadId(Call.ID)
                    .sharedWith("999999999999")
                    .permissionType(PermissionType.READONLY)
                    .clientRequestToken("t"))),
    UPDATE_SHARE("wellarchitected", "UpdateWorkloadShare", clients -> clients.wa()
            .updateWorkloadShare(r -> r.workloadId(Call.ID).shareId(Call.ID).permissionType(PermissionType.READONLY))),
    ANSWER_INVITATION("wellarchitected", "UpdateShareInvitation", clients -> clients.wa()
            .updateShareInvitation(
                    r -> r.shareInvitationId(Call.ID).shareInvitationAction(ShareInvitationAction.ACCEPT))),
    LIST_REGIONS("account", "ListRegions", clients -> clients.account().listRegions(r -> {})),
    ASSUME_ROLE("sts", "AssumeRole", clients -> clients.sts()
            .assumeRole(r -> r.roleArn("arn:aws:iam::111122223333:role/WellArchitectedShares")
                    .roleSessionName("sweep"))),
    LIST_ACCOUNTS(
            "organizations", "ListAccounts", clients -> clients.organizations().listAccounts(r -> {})),
    LIST_ROOTS("organizations", "ListRoots", clients -> clients.organizations().listRoots(r -> {})),
    GET_PARAMETERS(
            "ssm", "GetParametersByPath", clients -> clients.ssm().getParametersByPath(r -> r.path("/aws/service")));

    private static final String ID = "0123456789abcdef0123456789abcdef";
    static final Region REGION = Region.of("eu-west-1");
    static final AccountId ACCOUNT = AccountId.of("111122223333");

    /** The clients a call may want, all with the same credentials. */
    record Clients(AwsClients aws, AwsCredentialsProvider credentials) {

        WellArchitectedClient wa() {
            return aws.client(WellArchitectedClient.builder().credentialsProvider(credentials), REGION);
        }

        AccountClient account() {
            return aws.client(AccountClient.builder().credentialsProvider(credentials), REGION);
        }

        StsClient sts() {
            return aws.client(StsClient.builder().credentialsProvider(credentials), REGION);
        }

        OrganizationsClient organizations() {
            return aws.client(OrganizationsClient.builder().credentialsProvider(credentials), REGION);
        }

        SsmClient ssm() {
            return aws.client(SsmClient.builder().credentialsProvider(credentials), REGION);
        }
    }

    private final String service;
    private final String operation;
    private final Consumer<Clients> call;

    Call(String service, String operation, Consumer<Clients> call) {
        this.service = service;
        this.operation = operation;
        this.call = call;
    }

    CallSite site() {
        return CallSite.of(service, operation).about(ACCOUNT).in(REGION);
    }

    /** Makes the call and says what its failure means. */
    AwsFailure failure(AwsSettings settings, CallSite site) {
        return failure(
                settings,
                site,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret")));
    }

    AwsFailure failure(AwsSettings settings, CallSite site, AwsCredentialsProvider credentials) {
        try (AwsClients clients = new AwsClients(settings, Map.of())) {
            call.accept(new Clients(clients, credentials));
            throw new AssertionError(site.action() + " was to fail");
        } catch (RuntimeException e) {
            return AwsFailures.classify(e, site);
        }
    }
}
