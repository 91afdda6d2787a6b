package io.sharewell.discovery.aws;

import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.events.AccountId;
import software.amazon.awssdk.services.organizations.model.Account;

/** Reads accounts as Organizations gives them. */
public final class ListedAccounts {

    private ListedAccounts() {}

    public static ListedAccount of(Account account) {
        // Status is retired in favour of State; either may be missing
        String state = account.stateAsString() != null ? account.stateAsString() : account.statusAsString();
        return new ListedAccount(AccountId.of(account.id()), account.name(), state, managementAccountOf(account.arn()));
    }

    /** It is in every account's ARN: {@code arn:aws:organizations::<management account>:account/o-…/…}. */
    private static AccountId managementAccountOf(String arn) {
        String[] parts = arn == null ? new String[0] : arn.split(":", 6);
        return parts.length == 6 && parts[4].length() == 12 ? AccountId.of(parts[4]) : null;
    }
}
