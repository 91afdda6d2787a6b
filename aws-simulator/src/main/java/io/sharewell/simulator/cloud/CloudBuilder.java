package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.UnitFile;
import io.sharewell.simulator.organization.UserFile;
import java.time.Instant;
import java.util.HashMap;
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
    private final Map<String, Unit> byPath = new HashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final ControlPolicies policies;
    private final Unit root;

    private CloudBuilder(OrganizationFile file) {
        this.file = file;
        this.roles = new RoleReader(file);
        this.id = file.id() != null ? file.id() : "o-" + Ids.lower(file.seed(), "organization", 10);
        this.policies = new ControlPolicies(file, id, roles);
        var rootId = file.rootId() != null ? file.rootId() : "r-" + Ids.lower(file.seed(), "root", 4);
        this.root = new Unit(rootId, "Root", null, policies.level(file.rootServiceControlPolicies()));
    }

    /**
     * Builds it.
     *
     * @throws OrganizationFileException if the file contradicts itself
     */
    public static Cloud build(OrganizationFile file, SimulatorClock clock) {
        var builder = new CloudBuilder(file);
        builder.index(builder.root, "");
        builder.units(file.organizationalUnits(), builder.root, "");
        file.accounts().forEach(builder::account);
        builder.missingAccounts();
        return new Cloud(builder.organization(), new Roles(builder.roles), builder.credentials(), clock, file.seed());
    }

    private Organization organization() {
        return new Organization(
                id, file.managementAccountId(), root, Set.copyOf(file.delegatedAdministrators()), accounts);
    }

    private void units(List<UnitFile> units, Unit parent, String path) {
        for (var unit : units == null ? List.<UnitFile>of() : units) {
            var unitPath = path.isEmpty() ? unit.name() : path + "/" + unit.name();
            var suffix = root.id().substring(2) + "-" + Ids.lower(file.seed(), "ou " + unitPath, 8);
            var made = new Unit(
                    unit.id() != null ? unit.id() : "ou-" + suffix,
                    unit.name(),
                    parent,
                    policies.level(unit.serviceControlPolicies()));
            index(made, unitPath);
            units(unit.units(), made, unitPath);
        }
    }

    private void index(Unit unit, String path) {
        byPath.put(path, unit);
        byPath.put(unit.id(), unit);
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
            add(account, unitOf(account));
        } else if (account.ou() == null && !account.id().equals(file.managementAccountId())) {
            add(account, null);
        } else {
            throw new OrganizationFileException(
                    "Account " + account.id() + " lies outside of the organization, so it can"
                            + " neither have an ou nor be the management account: leave out one or the other");
        }
    }

    private Unit unitOf(AccountFile account) {
        var unit = byPath.get(account.ou() == null ? "" : account.ou());
        if (unit == null) {
            throw new OrganizationFileException("Account " + account.id() + " lies in the OU '" + account.ou()
                    + "', which is not among organizationalUnits: add it, or write another path of names");
        }
        return unit;
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
            add(AccountFile.of(file.managementAccountId(), "management", null), root);
        }
        if (!accounts.containsKey(file.automationAccountId())) {
            add(AccountFile.of(file.automationAccountId(), "automation", null), root);
        }
        if (!accounts.containsKey(file.reviewsAccountId())) {
            add(AccountFile.of(file.reviewsAccountId(), "architecture-reviews", null), null);
        }
    }

    private Credentials credentials() {
        var credentials = new Credentials();
        for (var user : file.users() == null ? ExampleUsers.of(file) : file.users()) {
            credentials.add(user(user));
        }
        return credentials;
    }

    private Identity.User user(UserFile user) {
        var account = accounts.get(user.accountId());
        if (account == null) {
            throw new OrganizationFileException(
                    "The user " + user.name() + " is of account " + user.accountId() + ", which is not among accounts");
        }
        var actions = user.actions() == null && user.policies() == null ? List.of("*") : user.actions();
        return new Identity.User(
                account,
                user.name(),
                "AIDA" + Ids.upper(file.seed(), "user " + user.accountId() + user.name(), 17),
                user.accessKeyId(),
                user.secretAccessKey(),
                roles.permissions(actions, user.policies(), "user " + user.name()));
    }

    /** At most 64 characters, as AWS has it. */
    private static String email(String name, String accountId) {
        var local = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return "aws+" + (local.length() > 40 ? accountId : local) + "@example.com";
    }
}
