package io.sharewell.app.doctor;

import io.sharewell.discovery.aws.ListedAccounts;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.events.AccountId;
import java.time.Instant;
import software.amazon.awssdk.services.organizations.model.Account;

/** An account of the organization, as a sweep sees it, and since when it belongs to it. */
record Member(ListedAccount account, Instant joinedAt) {

    static Member of(Account account) {
        return new Member(
                ListedAccounts.of(account),
                account.joinedTimestamp() == null ? Instant.EPOCH : account.joinedTimestamp());
    }

    AccountId id() {
        return account.id();
    }

    /** Empty if AWS gives none. */
    String name() {
        return account.name() == null ? "" : account.name();
    }

    /** AWS's word. */
    String state() {
        return account.state() == null ? "UNKNOWN" : account.state();
    }
}
