package io.sharewell.app.doctor;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsSettings;
import io.sharewell.aws.RegionalClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.Region;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** The AWS clients. Somebody waits: less patience than a sweep has. */
final class Clients implements AutoCloseable {

    private static final Duration CALL = Duration.ofSeconds(12);
    private static final Duration ATTEMPT = Duration.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 256;

    private final AwsClients clients;
    private final AwsCredentialsProvider own;
    private final RegionalClients<StsClient> sts;
    private final RegionalClients<AccountClient> account;
    private final RegionalClients<WellArchitectedClient> wellArchitected;

    /** @param own the credentials of this process; sessions bring theirs with each request */
    Clients(Optional<URI> endpointUrl, AwsCredentialsProvider own) {
        this.clients = new AwsClients(new AwsSettings(
                endpointUrl, CALL, ATTEMPT, AwsSettings.defaults().attempts(), MAX_CONNECTIONS));
        this.own = own;
        this.sts = clients.regional(() -> StsClient.builder().credentialsProvider(own));
        this.account =
                clients.regional(() -> AccountClient.builder().credentialsProvider(RequestCredentials.required()));
        this.wellArchitected = clients.regional(
                () -> WellArchitectedClient.builder().credentialsProvider(RequestCredentials.required()));
    }

    AwsCredentialsProvider own() {
        return own;
    }

    StsClient sts(Region region) {
        return sts.in(region);
    }

    OrganizationsClient organizations(Region home) {
        return clients.client(OrganizationsClient.builder().credentialsProvider(own), home);
    }

    SsmClient ssm(Region region) {
        return clients.client(SsmClient.builder().credentialsProvider(own), region);
    }

    AccountClient account(Region region) {
        return account.in(region);
    }

    WellArchitectedClient wellArchitected(Region region) {
        return wellArchitected.in(region);
    }

    @Override
    public void close() {
        clients.close();
    }
}
