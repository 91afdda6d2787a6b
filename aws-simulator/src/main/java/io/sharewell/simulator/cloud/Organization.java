package io.sharewell.simulator.cloud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organization's tree and the accounts in and outside of it. */
public final class Organization {

    private final String id;
    private final Account management;
    private final Unit root;
    private final Delegations delegations;
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Account> accounts;
    private final List<Account> members;

    Organization(String id, String managementId, Unit root, Delegations delegations, Map<String, Account> accounts) {
        this.id = id;
        this.root = root;
        this.delegations = delegations;
        this.accounts = new LinkedHashMap<>(accounts);
        this.management = accounts.get(managementId);
        this.members =
                accounts.values().stream().filter(Account::inOrganization).toList();
        index(root);
    }

    private void index(Unit unit) {
        units.put(unit.id(), unit);
        unit.units().forEach(this::index);
    }

    public String id() {
        return id;
    }

    public Account management() {
        return management;
    }

    public Unit root() {
        return root;
    }

    public Delegations delegations() {
        return delegations;
    }

    /** The root or an OU; null if there is none of that id. */
    public Unit unit(String unitId) {
        return units.get(unitId);
    }

    /** Any account that the simulator knows; null if there is none of that id. */
    public Account account(String accountId) {
        return accounts.get(accountId);
    }

    /** An account of the organization; null if there is none of that id. */
    public Account member(String accountId) {
        var account = accounts.get(accountId);
        return account != null && account.inOrganization() ? account : null;
    }

    /** The organization's accounts, in the order in which ListAccounts gives them. */
    public List<Account> members() {
        return members;
    }

    public Collection<Account> accounts() {
        return accounts.values();
    }

    public String arn() {
        return "arn:aws:organizations::" + management.id() + ":organization/" + id;
    }

    public String arn(Account account) {
        return arn("account", account.id());
    }

    /** Of the account, OU or root that an id is meant for, whether there is one or not. */
    public String arnOf(String targetId) {
        var unit = units.get(targetId);
        return unit != null ? arn(unit) : arn(targetId.startsWith("ou-") ? "ou" : "account", targetId);
    }

    private String arn(String kind, String targetId) {
        return "arn:aws:organizations::" + management.id() + ":" + kind + "/" + id + "/" + targetId;
    }

    public String arn(Unit unit) {
        return arn(unit.isRoot() ? "root" : "ou", unit.id());
    }

    /** Every principal a share may name and thereby mean this account: itself, its OUs, the organization. */
    public List<String> principalsOf(Account account) {
        var principals = new ArrayList<String>();
        principals.add(account.id());
        if (account.inOrganization()) {
            for (var unit = account.unit(); unit != null && !unit.isRoot(); unit = unit.parent()) {
                principals.add(unit.id());
            }
            principals.add(id);
        }
        return principals;
    }
}
