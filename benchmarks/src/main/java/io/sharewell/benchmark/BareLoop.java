package io.sharewell.benchmark;

import io.sharewell.aws.AwsRegions;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.Region;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountState;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesResponse;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadsResponse;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;

/**
 * The ceiling: the calls of a sweep, by a loop over the same SDK clients as the services', without Kafka, ledger, seals, limits or retries
 * of ours. Each account and each unit has a virtual thread of its own, and so many calls are under way at once.
 */
final class BareLoop {

    private static final Region HOME = Region.of("us-east-1");
    private static final String ROLE = "arn:aws:iam::%s:role/WellArchitectedShares";

    private final OrganizationsClient organizations;
    private final StsClient sts;
    private final AccountClient account;
    private final Map<Region, WellArchitectedClient> wellArchitected = new HashMap<>();
    private final List<Region> regions = AwsRegions.wellArchitected("aws");
    private final Semaphore turns;
    private final int mostAccounts;
    private final AtomicLong underWay = new AtomicLong();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder units = new LongAdder();

    /** @param mostAccounts those that AWS lists first; the others are left out */
    BareLoop(BareClients clients, int concurrency, int mostAccounts) {
        this.organizations = clients.client(OrganizationsClient.builder(), HOME);
        this.sts = clients.client(StsClient.builder(), HOME);
        this.account = clients.client(AccountClient.builder(), HOME);
        regions.forEach(region -> wellArchitected.put(region, clients.client(WellArchitectedClient.builder(), region)));
        this.turns = new Semaphore(concurrency);
        this.mostAccounts = mostAccounts;
    }

    /** The one pass over the organization; returns when all is done, or fails with what failed first. */
    void run() {
        begin(this::list);
        end.join();
    }

    private void list() {
        int listed = 0;
        String token = null;
        do {
            String next = token;
            var page = call(() -> organizations.listAccounts(request -> request.nextToken(next)));
            page.accounts().stream()
                    .limit(mostAccounts - listed)
                    .filter(BareLoop::isMember)
                    .forEach(member -> begin(() -> account(member.id())));
            listed += page.accounts().size();
            token = page.nextToken();
        } while (token != null && listed < mostAccounts);
    }

    private void begin(Runnable task) {
        underWay.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            } finally {
                if (underWay.decrementAndGet() == 0) {
                    end.complete(null);
                }
            }
        });
    }

    private static boolean isMember(Account account) {
        return account.state() == AccountState.ACTIVE && !account.id().equals(OrganizationFile.MANAGEMENT_ACCOUNT);
    }

    private void account(String id) {
        Credentials session = call(() -> sts.assumeRole(
                        request -> request.roleArn(ROLE.formatted(id)).roleSessionName("bare-loop")))
                .credentials();
        AwsRequestOverrideConfiguration credentials =
                RequestCredentials.of(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
        Set<Region> notEnabled = notEnabled(credentials);
        units.add(regions.size());
        regions.stream()
                .filter(region -> !notEnabled.contains(region))
                .forEach(region -> begin(() -> unit(wellArchitected.get(region), credentials)));
    }

    private Set<Region> notEnabled(AwsRequestOverrideConfiguration credentials) {
        Set<Region> notEnabled = new HashSet<>();
        pages(
                token -> account.listRegions(
                        request -> request.maxResults(50).nextToken(token).overrideConfiguration(credentials)),
                ListRegionsResponse::nextToken,
                page -> page.regions().stream()
                        .filter(region -> region.regionOptStatus() == RegionOptStatus.DISABLED)
                        .forEach(region -> notEnabled.add(Region.of(region.regionName()))));
        return notEnabled;
    }

    private void unit(WellArchitectedClient client, AwsRequestOverrideConfiguration credentials) {
        pages(
                token -> client.listWorkloads(
                        request -> request.maxResults(50).nextToken(token).overrideConfiguration(credentials)),
                ListWorkloadsResponse::nextToken,
                page -> page.workloadSummaries()
                        .forEach(workload -> share(client, credentials, workload.workloadId())));
    }

    private void share(WellArchitectedClient client, AwsRequestOverrideConfiguration credentials, String workloadId) {
        List<WorkloadShareSummary> shares = new ArrayList<>();
        pages(
                token -> client.listWorkloadShares(request -> request.workloadId(workloadId)
                        .sharedWithPrefix(OrganizationFile.REVIEWS_ACCOUNT)
                        .maxResults(50)
                        .nextToken(token)
                        .overrideConfiguration(credentials)),
                ListWorkloadSharesResponse::nextToken,
                page -> shares.addAll(page.workloadShareSummaries()));
        if (shares.isEmpty()) {
            call(() -> client.createWorkloadShare(request -> request.workloadId(workloadId)
                    .sharedWith(OrganizationFile.REVIEWS_ACCOUNT)
                    .permissionType(PermissionType.READONLY)
                    .overrideConfiguration(credentials)));
        }
    }

    private <P> void pages(Function<String, P> list, Function<P, String> nextToken, Consumer<P> each) {
        String token = null;
        do {
            String next = token;
            P page = call(() -> list.apply(next));
            each.accept(page);
            token = nextToken.apply(page);
        } while (token != null);
    }

    private <T> T call(Supplier<T> call) {
        turns.acquireUninterruptibly();
        try {
            calls.increment();
            return call.get();
        } finally {
            turns.release();
        }
    }

    long calls() {
        return calls.sum();
    }

    long units() {
        return units.sum();
    }
}
