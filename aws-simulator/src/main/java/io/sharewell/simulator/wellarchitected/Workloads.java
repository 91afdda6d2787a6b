package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** All workloads and shares. */
public final class Workloads {

    private final long seed;
    private final Homes homes = new Homes();
    private final Inbound inbound = new Inbound();
    private final Set<HexId> reserved = new HashSet<>();
    private final ResourceInvitations invitations = new ResourceInvitations();
    private long sequence;

    public Workloads(long seed) {
        this.seed = seed;
    }

    /** Says how many workloads an account has in a Region, to be made up when looked at. */
    public RegionalWorkloads make(String account, String region, int count) {
        return homes.add(new RegionalWorkloads(account, region, count, this));
    }

    public RegionalWorkloads of(String account, String region) {
        var home = homes.find(account, region);
        return home == null ? make(account, region, 0) : home;
    }

    /** Null if nobody ever looked for workloads of that account there, and it was loaded with none. */
    public RegionalWorkloads find(String account, String region) {
        return homes.find(account, region);
    }

    /** What else than workloads is shared. */
    public ResourceInvitations invitations() {
        return invitations;
    }

    /** An id for something new. */
    public HexId newId() {
        var id = nextId();
        while (reserved.contains(id)) {
            id = nextId();
        }
        return id;
    }

    private HexId nextId() {
        sequence++;
        long high = Ids.mix(seed ^ Ids.mix(sequence));
        return new HexId(high, Ids.mix(high ^ sequence));
    }

    /** Keeps an id from being given to something new; false if it was kept before. */
    boolean reserve(HexId id) {
        return reserved.add(id);
    }

    public Share share(RegionalWorkloads home, HexId workload, ShareRequest request, Instant now) {
        return share(home, workload, request, now, null);
    }

    /** With an id of its own, or, if it is null, a new one. */
    Share share(RegionalWorkloads home, HexId workload, ShareRequest request, Instant now, HexId given) {
        var made = newId();
        var id = given == null ? made : given;
        var share = new Share(id, sequence, home, workload, request, now);
        home.attach(share);
        inbound.add(share);
        return share;
    }

    public void unshare(Share share) {
        share.home().detach(share);
        inbound.remove(share);
    }

    /**
     * Shares with any of these principals in a Region, oldest first.
     *
     * @param principals as {@link Principals#key} has them
     * @param after sequence number of the last share seen; 0 to begin
     */
    public List<Share> sharedWith(
            List<String> principals, String region, long after, int limit, Predicate<Share> wanted) {
        return inbound.of(principals, region, after, limit, wanted);
    }

    /** Everything at one moment; what nobody touched takes no room. */
    public static final class State {
        private final Map<RegionalWorkloads, RegionalWorkloads.State> touched = new HashMap<>();
        private List<ResourceInvitation.State> invitations;
        private long sequence;

        /** How many shares there were. */
        public int shares() {
            return touched.values().stream().mapToInt(it -> it.shares().size()).sum();
        }
    }

    public State state() {
        var state = new State();
        state.sequence = sequence;
        state.invitations = invitations.state();
        homes.forEach(it -> {
            if (it.isTouched()) {
                state.touched.put(it, it.state());
            }
        });
        return state;
    }

    /** Goes back to how it was; the same ids are given once more. */
    public void become(State state) {
        sequence = state.sequence;
        state.invitations.forEach(ResourceInvitation.State::restore);
        homes.forEach(it -> {
            if (it.isTouched() || state.touched.containsKey(it)) {
                it.become(state.touched.getOrDefault(it, RegionalWorkloads.State.UNTOUCHED));
            }
        });
        var shares = new ArrayList<Share>();
        homes.forEach(it -> it.forEachShare(shares::add));
        shares.sort(Comparator.comparingLong(Share::sequence));
        inbound.clear();
        shares.forEach(inbound::add);
    }

    long seed() {
        return seed;
    }

    /** Every Region in which an account has, or had, workloads. */
    public List<RegionalWorkloads> homesOf(String account) {
        return homes.of(account);
    }

    /** Of every account the Regions in which it has, or had, workloads. The list stays as it is now. */
    public List<List<RegionalWorkloads>> homesByAccount() {
        return homes.byAccount();
    }
}
