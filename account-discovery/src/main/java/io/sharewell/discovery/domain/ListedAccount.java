package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;

/**
 * An account as the organization lists it.
 *
 * @param name null if AWS gives none
 * @param state AWS's word for its state; null if AWS gives none
 * @param managementAccount the organization's management account; null if not known
 */
public record ListedAccount(AccountId id, String name, String state, AccountId managementAccount) {

    boolean isManagementAccount() {
        return id.equals(managementAccount);
    }
}
