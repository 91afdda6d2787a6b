package io.sharewell.simulator.wellarchitected;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All shares, by whom they are with. */
final class Inbound {

    private record Place(String who, String region) {}

    private final Map<Place, InboundShares> byRecipient = new HashMap<>();

    void add(Share share) {
        byRecipient.computeIfAbsent(recipient(share), _ -> new InboundShares()).add(share);
    }

    void remove(Share share) {
        byRecipient.get(recipient(share)).remove(share);
    }

    void clear() {
        byRecipient.clear();
    }

    private static Place recipient(Share share) {
        return new Place(Principals.key(share.sharedWith()), share.home().region());
    }

    /** See {@link Workloads#sharedWith}. */
    List<Share> of(List<String> principals, String region, long after, int limit, Predicate<Share> wanted) {
        var found = new ArrayList<Share>();
        for (var principal : principals) {
            var shares = byRecipient.get(new Place(principal, region));
            if (shares != null) {
                shares.collect(after, limit, wanted, found::add);
            }
        }
        found.sort(Comparator.comparingLong(Share::sequence));
        return found.size() > limit ? found.subList(0, limit) : found;
    }
}
