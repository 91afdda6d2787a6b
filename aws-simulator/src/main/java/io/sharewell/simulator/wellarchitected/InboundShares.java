package io.sharewell.simulator.wellarchitected;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The shares with one principal in one Region, oldest first. */
final class InboundShares {

    private final List<Share> shares = new ArrayList<>();

    void add(Share share) {
        shares.add(share);
    }

    void remove(Share share) {
        shares.remove(firstAfter(share.sequence() - 1));
    }

    /** Gives on at most {@code limit} shares behind a sequence number. */
    void collect(long after, int limit, Predicate<Share> wanted, Consumer<Share> into) {
        int found = 0;
        for (int i = firstAfter(after); i < shares.size() && found < limit; i++) {
            if (wanted.test(shares.get(i))) {
                into.accept(shares.get(i));
                found++;
            }
        }
    }

    private int firstAfter(long sequence) {
        int low = 0;
        int high = shares.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (shares.get(middle).sequence() <= sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
