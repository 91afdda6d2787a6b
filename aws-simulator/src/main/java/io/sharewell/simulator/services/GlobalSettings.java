package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.Behaviours.ManagementOptIn;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.HashMap;
import java.util.Map;

/** Every account's settings of Well-Architected. One thread only. */
public final class GlobalSettings {

    /** All settings at one moment. */
    public static final class State {
        private final Map<String, AccountSettings> byAccount;

        private State(Map<String, AccountSettings> byAccount) {
            this.byAccount = byAccount;
        }
    }

    private final OrganizationFile file;
    private final Account management;
    private Map<String, AccountSettings> byAccount = new HashMap<>();

    public GlobalSettings(OrganizationFile file, Organization organization) {
        this.file = file;
        this.management = organization.management();
        if (file.organizationSharing()) {
            put(management.id(), AccountSettings.UNTOUCHED.withOrganizationSharing(true));
        }
        file.accounts().stream()
                .filter(it -> it.organizationSharing() != null)
                .forEach(it ->
                        put(it.id(), AccountSettings.UNTOUCHED.withOrganizationSharing(it.organizationSharing())));
    }

    public State state() {
        return new State(Map.copyOf(byAccount));
    }

    /** Goes back to how it was. */
    public void become(State state) {
        byAccount = new HashMap<>(state.byAccount);
    }

    /** An account of the organization file with what it has opted in to as it stands. */
    public AccountFile written(AccountFile account) {
        boolean now = of(account.id()).organizationSharing();
        boolean otherwise = account.id().equals(management.id()) && file.organizationSharing();
        boolean before = account.organizationSharing() == null ? otherwise : account.organizationSharing();
        return now == before ? account : account.withOrganizationSharing(now);
    }

    /** An account's own. */
    AccountSettings of(String accountId) {
        return byAccount.getOrDefault(accountId, AccountSettings.UNTOUCHED);
    }

    void put(String accountId, AccountSettings value) {
        byAccount.put(accountId, value);
    }

    /** Whether an account may share with the organization: by its own opt-in, or by the management account's. */
    boolean organizationSharing(Account account) {
        boolean covered = account.inOrganization()
                && file.behaviours().managementOptIn() == ManagementOptIn.ALL_MEMBERS
                && of(management.id()).organizationSharing();
        return covered || of(account.id()).organizationSharing();
    }
}
