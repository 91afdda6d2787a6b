package io.sharewell.aws;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads a list of AWS to its end: through empty pages, until there is no token. */
public final class AllPages {

    private AllPages() {}

    /**
     * Reads page after page.
     *
     * @param page reads the page that a token leads to, null for the first; the answer is the token of the next; null or
     *     empty for none
     * @throws EndlessListException if a token comes twice
     */
    public static void read(UnaryOperator<String> page) {
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            token = page.apply(token);
            if (token != null && !tokens.add(token)) {
                throw new EndlessListException();
            }
        } while (token != null && !token.isEmpty());
    }
}
