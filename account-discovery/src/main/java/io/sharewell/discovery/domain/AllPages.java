package io.sharewell.discovery.domain;

import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import java.util.HashSet;
import java.util.Set;

/** Reads a list to its end: through empty pages, until there is no token. */
public final class AllPages {

    private AllPages() {}

    /** Reads the page that a token leads to, null for the first; the answer is the token of the next, null for none. */
    @FunctionalInterface
    public interface Page<E extends Exception> {
        String read(String token) throws E;
    }

    /** @throws NotReadableException if a token comes twice: such a list has no end */
    public static <E extends Exception> void read(Page<E> page) throws E {
        Set<String> tokens = new HashSet<>();
        String token = null;
        do {
            token = page.read(token);
            if (token != null && !tokens.add(token)) {
                throw new NotReadableException(
                        Problem.of(Reason.UNEXPECTED, "organizations: the same NextToken came twice"));
            }
        } while (token != null);
    }
}
