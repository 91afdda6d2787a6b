package io.sharewell.app.doctor;

import io.sharewell.broker.aws.RoleArn;
import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.seal.SessionCredentials;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** All checks, each as far as those before it let it. */
final class Examination {

    private static final int ACCOUNTS_AT_ONCE = 8;
    private static final String NO_CREDENTIALS = "AWS cannot be asked without credentials";
    private static final String NOT_KNOWN = "AWS did not say who we are";

    private final Clients clients;
    private final DoctorSettings settings;
    private final Clock clock;
    private final List<Result> results = new ArrayList<>();

    Examination(Clients clients, DoctorSettings settings, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    DoctorReport examine() {
        Optional<CompletableFuture<Finding>> broker =
                settings.bootstrapServers().map(Examination::askBroker);
        Optional<Caller> caller = caller();
        Optional<Listing> listing = caller.flatMap(this::listing);
        List<Region> regions = caller.flatMap(_ -> toolRegions()).orElse(List.of());
        List<AccountId> accounts = accounts(listing, caller);
        caller.ifPresentOrElse(who -> accounts(who, listing, regions, accounts), () -> notChecked(accounts));
        broker.ifPresent(answer -> add(Check.BROKER, answer.join()));
        settings.sealKeyset().ifPresent(file -> add(Check.SEAL_KEYSET, KeysetCheck.SEAL.check(file)));
        settings.grantKeyset().ifPresent(file -> add(Check.GRANT_KEYSET, KeysetCheck.GRANT.check(file)));
        return new DoctorReport(
                clock.instant(),
                settings.reviewsAccount(),
                caller,
                listing,
                accounts,
                settings.accounts().isEmpty(),
                results);
    }

    /** Meanwhile: a broker that does not answer takes its time. */
    private static CompletableFuture<Finding> askBroker(String servers) {
        return CompletableFuture.supplyAsync(new BrokerCheck(servers)::check, Thread::startVirtualThread);
    }

    private Optional<Caller> caller() {
        Checked<?> credentials = new CredentialsCheck(clients.own()).check();
        add(Check.CREDENTIALS, credentials.finding());
        if (credentials.learnt().isEmpty()) {
            notChecked(NO_CREDENTIALS, Check.IDENTITY, Check.CLOCK);
            return Optional.empty();
        }
        Checked<Caller> caller = new IdentityCheck(clients, settings, clock).check();
        add(Check.IDENTITY, caller.finding());
        caller.learnt()
                .ifPresentOrElse(
                        who -> add(Check.CLOCK, ClockCheck.check(who)), () -> notChecked(NOT_KNOWN, Check.CLOCK));
        return caller.learnt();
    }

    private Optional<Listing> listing(Caller caller) {
        OrganizationsClient organizations = clients.organizations(settings.home());
        Checked<Listing> listing = new ListAccountsCheck(organizations, settings).check(caller);
        add(Check.LIST_ACCOUNTS, listing.finding());
        if (listing.learnt().isPresent()) {
            add(Check.OU_OPERATIONS, new OuOperationsCheck(organizations).check(caller));
        } else {
            notChecked("accounts could not be listed", Check.OU_OPERATIONS);
        }
        return listing.learnt();
    }

    private Optional<List<Region>> toolRegions() {
        Checked<List<Region>> regions = new ToolRegionsCheck(clients.ssm(settings.region()), settings).check();
        add(Check.TOOL_REGIONS, regions.finding());
        return regions.learnt();
    }

    private List<AccountId> accounts(Optional<Listing> listing, Optional<Caller> caller) {
        return settings.accounts().isEmpty()
                ? listing.map(known -> sample(known, caller)).orElse(List.of())
                : settings.accounts().stream().distinct().toList();
    }

    private List<AccountId> sample(Listing listing, Optional<Caller> caller) {
        Set<AccountId> special = new HashSet<>(Set.of(settings.reviewsAccount()));
        caller.map(Caller::account).ifPresent(special::add);
        return Sample.of(listing, special).stream().map(Member::id).toList();
    }

    private void accounts(Caller caller, Optional<Listing> listing, List<Region> regions, List<AccountId> accounts) {
        boolean proven = settings.acceptanceRole()
                .map(role -> acceptanceRole(caller, role, regions))
                .orElse(false);
        add(
                Check.REVIEWS_ACCOUNT,
                listing.map(known -> new ReviewsAccountCheck(settings.reviewsAccount()).check(known, caller, proven))
                        .orElseGet(() -> new Finding.NotChecked("accounts could not be listed")));
        AccountExamination each = new AccountExamination(clients, settings, caller, listing, regions);
        Parallel.map(accounts, ACCOUNTS_AT_ONCE, each::examine).forEach(results::addAll);
    }

    /** @return whether it could be assumed */
    private boolean acceptanceRole(Caller caller, RoleArn role, List<Region> regions) {
        Checked<SessionCredentials> assumed =
                new RoleCheck(new Roles(clients), settings, caller, Purpose.ACCEPT).check(role);
        add(Check.ACCEPTANCE_ROLE, assumed.finding());
        assumed.learnt()
                .ifPresentOrElse(
                        credentials -> new InvitationsCheck(settings)
                                .check(new Session(credentials, clients), regions)
                                .forEach(finding -> add(Check.INVITATIONS, finding)),
                        () -> notChecked("the acceptance role could not be assumed", Check.INVITATIONS));
        return assumed.learnt().isPresent();
    }

    /** Nothing that asks AWS. */
    private void notChecked(List<AccountId> accounts) {
        notChecked(NOT_KNOWN, Check.LIST_ACCOUNTS, Check.OU_OPERATIONS, Check.REVIEWS_ACCOUNT, Check.TOOL_REGIONS);
        settings.acceptanceRole().ifPresent(_ -> notChecked(NOT_KNOWN, Check.ACCEPTANCE_ROLE, Check.INVITATIONS));
        accounts.forEach(account -> results.add(Result.of(Check.ROLE, account, new Finding.NotChecked(NOT_KNOWN))));
    }

    private void notChecked(String why, Check... checks) {
        for (Check check : checks) {
            add(check, new Finding.NotChecked(why));
        }
    }

    private void add(Check check, Finding finding) {
        results.add(Result.of(check, finding));
    }
}
