package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides which accounts a sweep is about. The nearest rule wins: one about the account before one about its OU, an OU
 * before its parent; at the same level exclusion wins.
 */
public final class AccountSelector {

    private final Selection selection;
    private final Optional<OuTree> tree;
    private final Function<AccountId, Optional<Map<String, String>>> tags;

    /**
     * @param tree empty if it is not known
     * @param tags asked only if the selection has rules about tags; empty of an account that is no longer there
     */
    public AccountSelector(
            Selection selection, Optional<OuTree> tree, Function<AccountId, Optional<Map<String, String>>> tags) {
        this.selection = selection;
        this.tree = tree;
        this.tags = tags;
    }

    /** What is decided about an account. */
    public sealed interface Verdict {
        /** @param rule the one that selects it */
        record Selected(String rule) implements Verdict {}

        /** @param detail which rule it was, or AWS's word; null if the reason says it all */
        record Skipped(Reason reason, String detail) implements Verdict {}
    }

    /** By its state first, then by the nearest rule about it, then by its tags. */
    public Verdict decide(ListedAccount account) {
        if (!account.isActive()) {
            return new Verdict.Skipped(Reason.NOT_ACTIVE, "AWS says " + account.state());
        }
        return switch (byRule(account)) {
            case Verdict.Skipped skipped -> skipped;
            case Verdict.Selected selected -> byTags(account.id(), selected);
        };
    }

    private Verdict byRule(ListedAccount account) {
        if (selection.excludeAccounts().contains(account.id())) {
            return new Verdict.Skipped(Reason.EXCLUDED, "the account is excluded by its id");
        }
        if (selection.accounts().contains(account.id())) {
            return new Verdict.Selected("the account is included by its id");
        }
        if (account.isManagementAccount() && !selection.managementAccount()) {
            return new Verdict.Skipped(Reason.MANAGEMENT_ACCOUNT, null);
        }
        List<String> ancestors = tree.map(it -> it.ancestors(account.id())).orElse(List.of());
        boolean namesOus = !selection.ous().isEmpty() || !selection.excludeOus().isEmpty();
        if (ancestors.isEmpty() && namesOus) {
            // It may have come since the tree was read, and into any of them
            return new Verdict.Skipped(Reason.NOT_INCLUDED, "its OU is not known yet");
        }
        for (String ou : ancestors) {
            if (selection.excludeOus().contains(ou)) {
                return new Verdict.Skipped(Reason.EXCLUDED, "excluded by " + ou);
            }
            if (selection.ous().contains(ou)) {
                return new Verdict.Selected("included by " + ou);
            }
        }
        boolean onlyNamed = !selection.accounts().isEmpty() || !selection.ous().isEmpty();
        return onlyNamed
                ? new Verdict.Skipped(Reason.NOT_INCLUDED, null)
                : new Verdict.Selected("no rule is about it, and without one it is included");
    }

    private Verdict byTags(AccountId account, Verdict.Selected selected) {
        if (selection.tags().isEmpty()) {
            return selected;
        }
        Optional<Map<String, String>> actual = tags.apply(account);
        if (actual.isEmpty()) {
            return new Verdict.Skipped(Reason.NOT_ACTIVE, "AWS says that the organization has it no longer");
        }
        for (String rule : selection.tags()) {
            if (!TagRule.parse(rule).holds(actual.get())) {
                return new Verdict.Skipped(Reason.NOT_INCLUDED, "its tags do not meet " + rule);
            }
        }
        return new Verdict.Selected(selected.rule() + ", and its tags meet " + String.join(" and ", selection.tags()));
    }
}
