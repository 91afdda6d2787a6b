package io.sharewell.broker;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RegionalClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.broker.aws.ListedAccountRegions;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.aws.RoleSettings;
import io.sharewell.broker.aws.SsmRegionDirectory;
import io.sharewell.broker.aws.StsRoleAssumer;
import io.sharewell.broker.domain.AccountOpener;
import io.sharewell.broker.domain.AccountSessions;
import io.sharewell.broker.domain.KnownRegions;
import io.sharewell.broker.domain.RegionDirectory;
import io.sharewell.broker.domain.RegionSelection;
import io.sharewell.broker.domain.RoleAssumer;
import io.sharewell.broker.domain.SessionRenewer;
import io.sharewell.broker.messaging.StageSettings;
import io.sharewell.events.Region;
import io.sharewell.seal.Grants;
import io.sharewell.seal.SessionSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * Puts the broker together. Nothing here is made before the settings were checked, and AWS's clients, which a proxy of their
 * scope stands for, not before their first call.
 */
@Dependent
class BrokerParts {

    private static final Logger LOG = Logger.getLogger(BrokerParts.class);

    private final BrokerSettings settings;
    private final Clock clock;

    BrokerParts(BrokerSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Produces
    @Singleton
    Keys keys() {
        Keys keys = new Keys(
                SessionSeal.from(settings.sealKeyset().orElseThrow(), "credential-broker.seal-keyset"),
                Grants.from(settings.grantKeyset().orElseThrow(), "credential-broker.grant-keyset"));
        keys.seal().warnings().forEach(LOG::warn);
        keys.grants().warnings().forEach(LOG::warn);
        return keys;
    }

    /** Quarkus' own client builder, so that its extension's settings apply, over the process's one HTTP client. */
    @Produces
    @ApplicationScoped
    StsClient sts(StsClientBuilder builder, AwsClients clients) {
        return clients.client(builder.httpClientBuilder(null), stsRegions().getFirst());
    }

    @Produces
    @Singleton
    RoleAssumer roleAssumer(StsClient first, AwsClients clients) {
        RegionalClients<StsClient> others = clients.regional(StsClient::builder);
        Region firstRegion = stsRegions().getFirst();
        int burst = Math.max(1, (int) Math.round(settings.stsRate() / 10));
        return new StsRoleAssumer(
                stsRegions(),
                region -> region.equals(firstRegion) ? first : others.in(region),
                role(),
                RateLimiter.single(settings.stsRate(), burst));
    }

    @Produces
    @ApplicationScoped
    SsmClient ssm(AwsClients clients) {
        return clients.client(SsmClient.builder(), stsRegions().getFirst());
    }

    @Produces
    @Singleton
    RegionDirectory regionDirectory(SsmClient ssm) {
        return new SsmRegionDirectory(ssm, clock);
    }

    @Produces
    @Singleton
    AccountSessions sessions(RoleAssumer roles, Keys keys) {
        return new AccountSessions(roles, keys.seal(), keys.grants(), clock);
    }

    @Produces
    @Singleton
    AccountOpener opener(AccountSessions sessions, RegionDirectory directory, AwsClients clients, Keys keys) {
        RegionalClients<AccountClient> accounts =
                clients.regional(() -> AccountClient.builder().credentialsProvider(RequestCredentials.required()));
        return new AccountOpener(
                sessions,
                new RegionSelection(regions(settings.regions().orElse(List.of())), directory),
                new KnownRegions(new ListedAccountRegions(accounts::in), keys.seal(), clock),
                directory);
    }

    @Produces
    @Singleton
    SessionRenewer renewer(AccountSessions sessions, RegionDirectory directory, Keys keys) {
        return new SessionRenewer(sessions, keys.grants(), directory, settings.sessionDuration(), clock);
    }

    @Produces
    @Singleton
    StageSettings stages() {
        return new StageSettings(settings.purposes(), settings.concurrency(), settings.renewalsConcurrency());
    }

    private RoleSettings role() {
        return new RoleSettings(
                settings.roleName(),
                settings.acceptanceRole().map(RoleArn::parse),
                settings.rolePath(),
                settings.sessionPolicy().map(SessionPolicyFile::read),
                settings.externalId(),
                settings.sessionDuration(),
                settings.sourceIdentity(),
                settings.sessionTags());
    }

    private List<Region> stsRegions() {
        return regions(settings.stsRegions());
    }

    private static List<Region> regions(List<String> names) {
        return names.stream().map(Region::of).toList();
    }

    /** Of this module alone: other services in the same JVM have their own. */
    record Keys(SessionSeal seal, Grants grants) {}
}
