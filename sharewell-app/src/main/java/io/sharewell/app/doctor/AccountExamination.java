package io.sharewell.app.doctor;

import io.sharewell.broker.aws.RoleArn;
import io.sharewell.events.AccountId;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.seal.SessionCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks of one account, each as far as those before it let it. */
final class AccountExamination {

    private static final List<Check> WITH_A_SESSION =
            List.of(Check.ENABLED_REGIONS, Check.LIST_WORKLOADS, Check.LIST_SHARES, Check.CHANGE_SHARES);

    private final Clients clients;
    private final DoctorSettings settings;
    private final RoleCheck role;
    private final Optional<Listing> listing;
    private final List<Region> regions;

    /**
     * @param listing empty if accounts could not be listed
     * @param regions that a sweep would look into
     */
    AccountExamination(
            Clients clients, DoctorSettings settings, Caller caller, Optional<Listing> listing, List<Region> regions) {
        this.clients = clients;
        this.settings = settings;
        this.role = new RoleCheck(new Roles(clients), settings, caller, Purpose.SHARE);
        this.listing = listing;
        this.regions = regions;
    }

    List<Result> examine(AccountId account) {
        List<Result> results = new ArrayList<>();
        Finding state = listing.map(known -> AccountCheck.check(account, known))
                .orElseGet(() -> new Finding.NotChecked("accounts could not be listed"));
        results.add(Result.of(Check.ACCOUNT, account, state));
        if (state instanceof Finding.Wrong) {
            results.add(Result.of(Check.ROLE, account, new Finding.NotChecked("a sweep leaves the account out")));
            addNotChecked(account, "a sweep leaves the account out", results);
            return results;
        }
        Checked<SessionCredentials> assumed =
                role.check(new RoleArn(settings.partition(), account, settings.rolePath(), settings.roleName()));
        results.add(Result.of(Check.ROLE, account, assumed.finding()));
        assumed.learnt()
                .ifPresentOrElse(
                        credentials -> withSession(new Session(credentials, clients), results),
                        () -> addNotChecked(account, "no session in the account", results));
        return results;
    }

    private static void addNotChecked(AccountId account, String why, List<Result> results) {
        WITH_A_SESSION.forEach(check -> results.add(Result.of(check, account, new Finding.NotChecked(why))));
    }

    private void withSession(Session session, List<Result> results) {
        AccountId account = session.account();
        Checked<List<Region>> enabled = new EnabledRegionsCheck(settings, regions).check(session);
        results.add(Result.of(Check.ENABLED_REGIONS, account, enabled.finding()));
        ListWorkloadsCheck.Seen workloads =
                new ListWorkloadsCheck(settings).check(session, enabled.learnt().orElse(regions));
        workloads.findings().forEach(finding -> results.add(Result.of(Check.LIST_WORKLOADS, account, finding)));
        new ListSharesCheck(settings)
                .check(session, workloads)
                .forEach(finding -> results.add(Result.of(Check.LIST_SHARES, account, finding)));
        results.add(Result.of(Check.CHANGE_SHARES, account, ChangeSharesCheck.check(settings, account)));
    }
}
