package io.sharewell.scanner.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Workload;

/**
 * A workload in the list of an account, which need not be its own: those shared with it are listed, too.
 *
 * @param owner the owner's account id as AWS writes it
 */
public record ListedWorkload(String owner, Workload workload) {

    boolean belongsTo(AccountId account) {
        return account.value().equals(owner);
    }
}
