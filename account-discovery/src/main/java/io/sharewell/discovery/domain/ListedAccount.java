package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import java.util.Set;

/**
 * An account as the organization lists it.
 *
 * @param name null if AWS gives none
 * @param state AWS's word for its state; null if AWS gives none
 * @param managementAccount the organization's management account; null if not known
 */
public record ListedAccount(AccountId id, String name, String state, AccountId managementAccount) {

    // An unknown state is a class of its own: rather try than drop an account
    private static final Set<String> NOT_ACTIVE =
            Set.of("PENDING_ACTIVATION", "SUSPENDED", "PENDING_CLOSURE", "CLOSED");

    /** False only if AWS says so in a word that is known. */
    public boolean isActive() {
        return state == null || !NOT_ACTIVE.contains(state);
    }

    public boolean isManagementAccount() {
        return id.equals(managementAccount);
    }
}
