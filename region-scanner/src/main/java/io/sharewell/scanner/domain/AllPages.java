package io.sharewell.scanner.domain;

import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads a list to its end: through empty pages, until there is no token. */
final class AllPages {

    private AllPages() {}

    /**
     * Hands over the items of all pages, one after the other: the list may be longer than what is to be kept of it.
     *
     * @param page the page that a token leads to
     * @return what refused one of the pages; empty if the list was read to its end
     */
    static <T> Optional<Problem> read(Function<Optional<String>, Answer<Page<T>>> page, Consumer<T> items) {
        Set<String> tokens = new HashSet<>();
        Optional<String> token = Optional.empty();
        do {
            switch (page.apply(token)) {
                case Answer.Refused<Page<T>>(Problem problem) -> {
                    return Optional.of(problem);
                }
                case Answer.Given<Page<T>>(Page<T> read) -> {
                    read.items().forEach(items);
                    token = read.nextToken();
                }
            }
            token.filter(next -> !tokens.add(next)).ifPresent(_ -> {
                throw new HeldUpException(HeldUpException.Kind.TROUBLE, "the same NextToken came twice");
            });
        } while (token.isPresent());
        return Optional.empty();
    }
}
