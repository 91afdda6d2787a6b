package io.sharewell.app.explain;

import io.sharewell.discovery.domain.AccountSelector;
import io.sharewell.discovery.domain.AccountSelector.Verdict;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.events.AccountId;
import io.sharewell.events.Selection;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/**
 * Whether a selection is about an account, decided as account-discovery decides it.
 *
 * @param ancestors ids of the OUs above the account, the nearest first, the root last
 */
public record Explanation(ListedAccount account, List<String> ancestors, Verdict verdict) {

    /**
     * Asks Organizations about the account. Empty if the organization has no such account.
     *
     * @throws UnansweredException if Organizations does not tell
     */
    public static Optional<Explanation> of(AccountId id, Selection selection, OrganizationsClient organizations) {
        AccountLookup lookup = new AccountLookup(organizations);
        return lookup.account(id).map(account -> {
            OuTree tree = lookup.ancestors(id);
            Verdict verdict = new AccountSelector(selection, Optional.of(tree), lookup::tags).decide(account);
            return new Explanation(account, tree.ancestors(id), verdict);
        });
    }

    public boolean isSelected() {
        return verdict instanceof Verdict.Selected;
    }

    /** For a person; several lines. */
    public String text() {
        StringBuilder text = new StringBuilder()
                .append(account.id())
                .append(account.name() == null ? "" : " " + account.name())
                .append(", ")
                .append(account.state() == null ? "state not told by AWS" : account.state())
                .append(", in ")
                .append(String.join(" in ", ancestors))
                .append('\n');
        switch (verdict) {
            case Verdict.Selected(String rule) -> text.append("SELECTED: ").append(rule);
            case Verdict.Skipped(var reason, var detail) ->
                text.append("NOT SELECTED, ")
                        .append(reason)
                        .append(detail == null ? "" : ": " + detail)
                        .append('\n')
                        .append(reason.remedy());
        }
        return text.toString();
    }
}
