package io.sharewell.writer;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.SealedSession;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Opens and seals sessions, as the broker would. */
final class Sessions implements AutoCloseable {

    private final SessionSeal seal;
    private final StsClient sts;

    Sessions(URI aws, Path keyset) {
        this.seal = SessionSeal.from(keyset);
        this.sts = StsClient.builder()
                .endpointOverride(aws)
                .region(Region.EU_WEST_1)
                .credentialsProvider(SystemPropertyCredentialsProvider.create())
                .build();
    }

    SealedSession open(Envelope envelope, AccountId account) {
        var credentials = sts.assumeRole(
                        request -> request.roleArn("arn:aws:iam::" + account + ":role/WellArchitectedShares")
                                .roleSessionName("test"))
                .credentials();
        return seal.seal(
                new SessionCredentials(
                        account,
                        credentials.accessKeyId(),
                        new Secret(credentials.secretAccessKey()),
                        new Secret(credentials.sessionToken())),
                SealContext.of(envelope, account),
                credentials.expiration());
    }

    @Override
    public void close() {
        sts.close();
    }
}
