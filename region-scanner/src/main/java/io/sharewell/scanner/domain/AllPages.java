package io.sharewell.scanner.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a list to its end: through empty pages, until there is no token. */
final class AllPages {

    private AllPages() {}

    /**
     * @param page the page that a token leads to
     * @return the items of all pages, or what refused one of them
     */
    static <T> Answer<List<T>> of(Function<Optional<String>, Answer<Page<T>>> page) {
        return until(Integer.MAX_VALUE, page);
    }

    /** The same, but for pages after the one that brings their items to so many. */
    static <T> Answer<List<T>> until(int enough, Function<Optional<String>, Answer<Page<T>>> page) {
        List<T> items = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            switch (page.apply(token)) {
                case Answer.Refused<Page<T>>(Problem problem) -> {
                    return new Answer.Refused<>(problem);
                }
                case Answer.Given<Page<T>>(Page<T> read) -> {
                    items.addAll(read.items());
                    token = read.nextToken();
                }
            }
            token.filter(next -> !tokens.add(next)).ifPresent(_ -> {
                throw new HeldUpException(HeldUpException.Kind.TROUBLE, "the same NextToken came twice");
            });
        } while (token.isPresent() && items.size() < enough);
        return new Answer.Given<>(items);
    }
}
