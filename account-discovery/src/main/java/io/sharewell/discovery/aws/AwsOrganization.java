package io.sharewell.discovery.aws;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.RateLimiter;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.discovery.domain.AllPages;
import io.sharewell.discovery.domain.Organization;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.organizations.model.TargetNotFoundException;

/** The organization over AWS Organizations, whose endpoint is in one Region of the partition. */
@ApplicationScoped
public class AwsOrganization implements Organization {

    private static final Logger LOG = Logger.getLogger(AwsOrganization.class);
    /** The most that Organizations gives at once. */
    static final int PAGE = 20;

    private final DiscoverySettings settings;
    private final Clock clock;
    private final OrganizationsClient client;
    private final PatientCalls listAccounts;
    private final PatientCalls tags;
    private final PatientCalls others;
    private final OuTreeWalk walk;
    private volatile KnownTree tree;
    private boolean treeDenied;

    AwsOrganization(DiscoverySettings settings, AwsClients clients, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = clients.client(OrganizationsClient.builder(), AwsRegions.homeOf(settings.partition()));
        this.listAccounts = calls(settings.rates().listAccounts(), 8);
        this.tags = calls(settings.rates().tags(), 10);
        this.others = calls(settings.rates().others(), 6);
        this.walk = new OuTreeWalk(client, others);
    }

    private PatientCalls calls(double ratePerSecond, int burst) {
        return new PatientCalls(
                new RateLimiter<>(ratePerSecond, burst),
                settings.patience(),
                patienceWithCredentials(System.getenv()),
                clock);
    }

    /** None but in a pod that has a role: on a new node it may be there before EKS's agent, or the way to STS. */
    static Duration patienceWithCredentials(Map<String, String> environment) {
        return Stream.of("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI")
                        .anyMatch(environment::containsKey)
                ? Duration.ofMinutes(1)
                : Duration.ZERO;
    }

    @Override
    public Page accounts(String token) {
        ListAccountsResponse page = listAccounts.call(
                "ListAccounts",
                () -> client.listAccounts(request -> request.maxResults(PAGE).nextToken(token)));
        return new Page(page.accounts().stream().map(ListedAccounts::of).toList(), page.nextToken());
    }

    @Override
    public synchronized Optional<OuTree> tree(Instant since) {
        if (isFresh(tree) && !tree.readAt().isBefore(since)) {
            return Optional.of(tree.tree());
        }
        try {
            Instant readAt = clock.instant();
            OuTree read = walk.walk();
            tree = new KnownTree(read, readAt);
            return Optional.of(read);
        } catch (NotReadableException e) {
            denied(e);
            return Optional.empty();
        }
    }

    private void denied(NotReadableException e) {
        if (e.problem().reason() != Reason.DENIED && e.problem().reason() != Reason.LIST_ACCOUNTS_DENIED) {
            LOG.warnf("The tree of OUs cannot be read: %s", e.getMessage());
            throw e;
        }
        if (!treeDenied) {
            treeDenied = true;
            LOG.warnf(
                    "OU paths are left out: allow organizations:ListRoots, ListOrganizationalUnitsForParent and ListAccountsForParent, or set account-discovery.ou-paths to false (%s)",
                    e.problem().detail());
        }
    }

    @Override
    public Optional<OuTree> knownTree() {
        KnownTree known = tree;
        return isFresh(known) ? Optional.of(known.tree()) : Optional.empty();
    }

    private boolean isFresh(KnownTree known) {
        return known != null && clock.instant().isBefore(known.readAt().plus(settings.ouTreeAge()));
    }

    @Override
    public Optional<Map<String, String>> tags(AccountId account) {
        Map<String, String> read = new HashMap<>();
        try {
            AllPages.read(token -> {
                ListTagsForResourceResponse page = tags.call(
                        "ListTagsForResource",
                        () -> client.listTagsForResource(
                                request -> request.resourceId(account.value()).nextToken(token)));
                page.tags().forEach(tag -> read.put(tag.key(), tag.value()));
                return page.nextToken();
            });
            return Optional.of(read);
        } catch (TargetNotFoundException _) {
            return Optional.empty();
        }
    }

    private record KnownTree(OuTree tree, Instant readAt) {}
}
