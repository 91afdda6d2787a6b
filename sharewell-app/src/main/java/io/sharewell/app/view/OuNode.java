package io.sharewell.app.view;

import io.sharewell.app.view.AccountStory.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A root or an OU, with what is in it. */
final class OuNode {

    static final String PATH_UNKNOWN = "(path unknown)";

    private final Map<String, OuNode> units = new TreeMap<>(String.CASE_INSENSITIVE_ORDER.thenComparing(it -> it));
    private final List<AccountStory> accounts = new ArrayList<>();

    /** The roots by name; accounts whose path nobody knows come last, under a root of their own. */
    static Map<String, OuNode> roots(Collection<AccountStory> stories) {
        OuNode top = new OuNode();
        OuNode unknown = new OuNode();
        for (AccountStory story : stories) {
            List<String> path = path(story);
            (path.isEmpty() ? unknown : top.at(path)).accounts.add(story);
        }
        Map<String, OuNode> roots = new LinkedHashMap<>(top.units);
        if (!unknown.accounts.isEmpty()) {
            roots.put(PATH_UNKNOWN, unknown);
        }
        return roots;
    }

    private static List<String> path(AccountStory story) {
        String path = story.account().ouPath();
        return path == null
                ? List.of()
                : Stream.of(path.split("/"))
                        .map(Text::clean)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private OuNode at(List<String> path) {
        OuNode node = this;
        for (String name : path) {
            node = node.units.computeIfAbsent(name, _ -> new OuNode());
        }
        return node;
    }

    Map<String, OuNode> units() {
        return units;
    }

    /** The accounts directly in it that stand so: those with one reason together, by name. */
    List<AccountStory> accounts(Standing standing) {
        return accounts.stream()
                .filter(story -> story.standing() == standing)
                .sorted(Comparator.comparing(
                                (AccountStory story) -> story.account().reason(),
                                Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(story -> AccountName.of(story.account()))
                        .thenComparing(story -> story.account().accountId()))
                .toList();
    }
}
