package io.sharewell.scanner.domain;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list.
 *
 * @param items may be empty even if more pages follow
 * @param nextToken leads to the next page; empty on the last one only
 */
public record Page<T>(List<T> items, Optional<String> nextToken) {

    public Page {
        items = List.copyOf(items);
    }
}
