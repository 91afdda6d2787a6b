package io.sharewell.app.view;

import java.util.Comparator;
import java.util.List;

/**
 * A list of accounts of which only some are shown: those where something changed, then those with most in them.
 *
 * @param shown in the order in which they were given
 */
record Fold(List<AccountStory> shown, List<AccountStory> folded) {

    static Fold of(List<AccountStory> accounts, int most) {
        // One line that says "and 1 more" is no shorter than that one
        if (accounts.size() <= most + 1) {
            return new Fold(accounts, List.of());
        }
        List<AccountStory> chosen = accounts.stream()
                .sorted(Comparator.comparing((AccountStory story) -> story.hasChanges() ? 0 : 1)
                        .thenComparing(story -> -story.found()))
                .limit(most)
                .toList();
        return new Fold(
                accounts.stream().filter(chosen::contains).toList(),
                accounts.stream().filter(story -> !chosen.contains(story)).toList());
    }
}
