package io.sharewell.app.explain;

import io.sharewell.discovery.domain.AccountSelector;
import io.sharewell.discovery.domain.AccountSelector.Verdict;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.events.AccountId;
import io.sharewell.events.Selection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/**
 * Whether a selection is about an account, decided as account-discovery decides it.
 *
 * @param ancestors ids of the OUs above the account, the nearest first, the root last
 * @param elsewhere ids of the OUs that the selection names and that are not above the account
 */
public record Explanation(ListedAccount account, List<String> ancestors, List<String> elsewhere, Verdict verdict) {

    /**
     * Asks Organizations about the account. Empty if the organization has no such account.
     *
     * @throws UnansweredException if Organizations does not tell
     */
    public static Optional<Explanation> of(AccountId id, Selection selection, OrganizationsClient organizations) {
        AccountLookup lookup = new AccountLookup(organizations);
        return lookup.account(id).map(account -> {
            OuTree tree = lookup.ancestors(id);
            Verdict verdict = new AccountSelector(selection, Optional.of(tree), it -> Optional.of(lookup.tags(it)))
                    .decide(account);
            List<String> ancestors = tree.ancestors(id);
            List<String> elsewhere = Stream.concat(selection.ous().stream(), selection.excludeOus().stream())
                    .filter(ou -> !ancestors.contains(ou))
                    .distinct()
                    .toList();
            return new Explanation(account, ancestors, elsewhere, verdict);
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
        if (!elsewhere.isEmpty()) {
            text.append("\nWhether the organization has ")
                    .append(String.join(", ", elsewhere))
                    .append(" was not looked at: a sweep looks, and fails if not.");
        }
        return text.toString();
    }
}
