package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS Organization. Every method blocks and sees through passing trouble by itself. */
public interface Organization {

    /**
     * A page of accounts.
     *
     * @param token null for the first page
     * @throws NotReadableException if the accounts cannot be listed
     */
    Page accounts(String token) throws NotReadableException;

    /**
     * The tree of OUs; may be some hours old. Empty if it may not be read.
     *
     * @param since when it was read at the earliest
     * @throws NotReadableException if it cannot be read for another reason
     */
    Optional<OuTree> tree(Instant since) throws NotReadableException;

    /** The tree as it was last read; empty if it was not yet, or too long ago. */
    Optional<OuTree> knownTree();

    /**
     * The tags of an account; empty if the organization has it no longer.
     *
     * @throws NotReadableException if they cannot be read
     */
    Optional<Map<String, String>> tags(AccountId account) throws NotReadableException;

    /** @param nextToken null on the last page; a page may be empty and yet have one */
    record Page(List<ListedAccount> accounts, String nextToken) {}

    /** The organization cannot be read as things are. */
    final class NotReadableException extends RuntimeException {

        private final transient Problem problem;

        public NotReadableException(Problem problem) {
            super(problem.reason() + ": " + problem.detail());
            this.problem = problem;
        }

        /** Why, and the cure; never null. */
        public Problem problem() {
            return problem;
        }
    }
}
