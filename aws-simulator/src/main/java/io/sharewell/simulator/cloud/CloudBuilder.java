package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Builds accounts, tree and keys from an organization file. */
public final class CloudBuilder {

    /** When an account joined of which the file does not say. */
    private static final Instant JOINED = Instant.parse("2023-03-01T09:00:00Z");

    private final OrganizationFile file;
    private final RoleReader roles;
    private final String id;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final ControlPolicies policies;
    private final UnitTree tree;

    private CloudBuilder(OrganizationFile file) {
        this.file = file;
        this.roles = new RoleReader(file);
        this.id = file.id() != null ? file.id() : "o-" + Ids.lower(file.seed(), "organization", 10);
        this.policies = new ControlPolicies(file, id, roles);
        this.tree = new UnitTree(file, policies);
    }

    /**
     * Builds it.
     *
     * @throws OrganizationFileException if the file contradicts itself
     */
    public static Cloud build(OrganizationFile file, SimulatorClock clock) {
        var builder = new CloudBuilder(file);
        file.accounts().forEach(builder::account);
        builder.missingAccounts();
        return new Cloud(
                builder.organization(),
                new Roles(builder.roles),
                new UserReader(file, builder.roles, builder.accounts).credentials(),
                clock,
                file.seed());
    }

    private Organization organization() {
        return new Organization(id, file.managementAccountId(), tree.root(), delegations(), accounts);
    }

    private Delegations delegations() {
        var administrators = Set.copyOf(file.delegatedAdministrators());
        file.delegatedServices().keySet().stream()
                .filter(it -> !administrators.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new OrganizationFileException("delegatedServices has " + it
                            + ", which is no delegated administrator: add it to delegatedAdministrators");
                });
        return new Delegations(administrators, file.delegatedServices());
    }

    private void account(AccountFile account) {
        if (account.id() == null || !account.id().matches("\\d{12}")) {
            throw new OrganizationFileException("An account's id must be 12 digits (in quotation marks, so that YAML"
                    + " keeps leading zeros), but one is " + account.id());
        }
        if (accounts.containsKey(account.id())) {
            throw new OrganizationFileException("Account " + account.id() + " is there twice: remove one");
        }
        if (account.outsideOrganization() == null || !account.outsideOrganization()) {
            add(account, tree.unitOf(account));
        } else if (account.ou() == null && !account.id().equals(file.managementAccountId())) {
            add(account, null);
        } else {
            throw new OrganizationFileException(
                    "Account " + account.id() + " lies outside of the organization, so it can"
                            + " neither have an ou nor be the management account: leave out one or the other");
        }
    }

    private void add(AccountFile account, Unit unit) {
        var name = account.name() == null ? "account-" + account.id() : account.name();
        var optIn = account.optInRegions() == null ? file.defaultOptInRegions() : account.optInRegions();
        var made = new Account(
                account.id(),
                name,
                account.email() == null ? email(name, account.id()) : account.email(),
                account.state() == null ? AccountState.ACTIVE : account.state(),
                account.joinedAt() == null ? JOINED : account.joinedAt(),
                unit,
                policies.governing(account, unit),
                account.tags() == null ? Map.of() : account.tags(),
                known(optIn, account.id()),
                account.stsDisabledRegions() == null ? Set.of() : Set.copyOf(account.stsDisabledRegions()),
                roles.roles(account.roles()));
        accounts.put(made.id(), made);
        if (unit != null) {
            unit.accounts().add(made);
        }
    }

    private static Set<String> known(List<String> optInRegions, String accountId) {
        for (var region : optInRegions) {
            if (!Regions.OPT_IN.contains(region)) {
                throw new OrganizationFileException(
                        "optInRegions of account " + accountId + " has " + region + ", which is not an opt-in Region");
            }
        }
        return Set.copyOf(optInRegions);
    }

    /** Accounts that the file only names: the first two must be members, the reviews account need not be. */
    private void missingAccounts() {
        if (!accounts.containsKey(file.managementAccountId())) {
            add(AccountFile.of(file.managementAccountId(), "management", null), tree.root());
        }
        if (!accounts.containsKey(file.automationAccountId())) {
            add(AccountFile.of(file.automationAccountId(), "automation", null), tree.root());
        }
        if (!accounts.containsKey(file.reviewsAccountId())) {
            add(AccountFile.of(file.reviewsAccountId(), "architecture-reviews", null), null);
        }
    }

    /** At most 64 characters, as AWS has it. */
    private static String email(String name, String accountId) {
        var local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "aws+" + (local.length() > 40 ? accountId : local) + "@example.com";
    }
}
