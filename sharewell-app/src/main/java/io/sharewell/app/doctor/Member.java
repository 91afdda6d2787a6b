package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.organizations.model.Account;

/**
 * An account of the organization.
 *
 * @param state AWS's word
 * @param managementAccount the organization's; empty if the account's ARN does not tell
 */
record Member(AccountId id, String name, String state, Instant joinedAt, String managementAccount) {

    private static final Set<String> NOT_ACTIVE =
            Set.of("PENDING_ACTIVATION", "SUSPENDED", "PENDING_CLOSURE", "CLOSED");

    static Member of(Account account) {
        // Status is retired in favour of State; either may be missing
        String state = account.stateAsString() != null ? account.stateAsString() : account.statusAsString();
        // arn:aws:organizations::<management account>:account/o-…/…
        String[] arn = account.arn() == null ? new String[0] : account.arn().split(":", 6);
        return new Member(
                AccountId.of(account.id()),
                account.name() == null ? "" : account.name(),
                state == null ? "UNKNOWN" : state,
                account.joinedTimestamp() == null ? Instant.EPOCH : account.joinedTimestamp(),
                arn.length == 6 ? arn[4] : "");
    }

    /** As a sweep sees it: a state that it does not know is tried. */
    boolean isActive() {
        return !NOT_ACTIVE.contains(state);
    }

    boolean isManagementAccount() {
        return id.value().equals(managementAccount);
    }
}
