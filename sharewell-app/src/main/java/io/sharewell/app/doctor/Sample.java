package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A few accounts for many: the one that joined last (is the role deployed to new accounts by itself?), the one that joined
 * first (did the roll-out reach those that were there?), and some between.
 */
final class Sample {

    static final int SIZE = 5;

    private Sample() {}

    /**
     * Of the active accounts.
     *
     * @param special accounts that are not like the others: the automation and the reviews account. Nor is the management
     *     account, which StackSets skip and a sweep leaves out
     */
    static List<Member> of(Listing listing, Set<AccountId> special) {
        List<Member> candidates = listing.active().stream()
                .filter(member -> !member.account().isManagementAccount() && !special.contains(member.id()))
                .sorted(Comparator.comparing(Member::joinedAt).thenComparing(Member::id))
                .toList();
        if (candidates.size() <= SIZE) {
            return candidates;
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        IntStream.range(0, SIZE).forEach(i -> chosen.add(i * (candidates.size() - 1) / (SIZE - 1)));
        return chosen.stream().map(candidates::get).toList();
    }
}
