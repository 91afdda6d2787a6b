package io.sharewell.simulator.wellarchitected;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One account's workloads in one Region, with their shares. There may be hundreds of thousands of
 * these, nearly all of them never touched: what an untouched one does not need is made on demand.
 */
public final class RegionalWorkloads {

    private final String account;
    private final String region;
    private final int made;
    private final Workloads all;
    private ClientTokens tokens;
    private ShareChains shares;
    private Changes changes;

    RegionalWorkloads(String account, String region, int made, Workloads all) {
        this.account = account;
        this.region = region;
        this.made = made;
        this.all = all;
    }

    /** Made anew each time: there are too many of these to keep one for each. */
    private WorkloadMaker maker() {
        return new WorkloadMaker(all.seed(), account, region);
    }

    public String account() {
        return account;
    }

    public String region() {
        return region;
    }

    public ClientTokens tokens() {
        if (tokens == null) {
            tokens = new ClientTokens();
        }
        return tokens;
    }

    public int size() {
        return made + (changes == null ? 0 : changes.balance());
    }

    /** Null if there is none of that id. */
    public Workload find(HexId id) {
        var kept = changes == null ? null : changes.kept(id);
        if (kept != null) {
            return kept;
        }
        int index = madeIndex(id);
        return index >= 0 && !isGone(index) ? maker().make(index) : null;
    }

    /** The workload as it was made up; null if it was not. */
    Workload madeUp(HexId id) {
        int index = madeIndex(id);
        return index < 0 ? null : maker().make(index);
    }

    private int madeIndex(HexId id) {
        int index = made == 0 ? -1 : maker().indexOf(id);
        return index < made ? index : -1;
    }

    private boolean isGone(int index) {
        return changes != null && changes.isGone(index);
    }

    /** Adds a new workload after all others. */
    public void add(Workload workload) {
        changes().add(workload, made);
    }

    /** Puts a changed workload in the place of what it was. */
    public void replace(Workload workload) {
        changes().keep(workload);
    }

    /** Removes a workload; its shares must have gone before. */
    public void remove(HexId id) {
        changes().remove(id, madeIndex(id));
    }

    private Changes changes() {
        if (changes == null) {
            changes = new Changes();
        }
        return changes;
    }

    /** See {@link #visit}. */
    @FunctionalInterface
    public interface Visitor {
        boolean visit(long position, Workload workload);
    }

    /**
     * Walks through the workloads behind a position, in order, until the visitor has enough.
     *
     * @param after position of the last workload seen; 0 to begin
     * @param visitor gets position and workload; false ends the walk
     */
    public void visit(long after, Visitor visitor) {
        var maker = maker();
        for (int index = (int) Math.min(after, made); index < made; index++) {
            if (!isGone(index) && !visitor.visit(index + 1, current(maker.make(index)))) {
                return;
            }
        }
        if (changes != null) {
            for (var added : changes.addedAfter(after).entrySet()) {
                if (!visitor.visit(added.getKey(), changes.kept(added.getValue()))) {
                    return;
                }
            }
        }
    }

    private Workload current(Workload made) {
        var kept = changes == null ? null : changes.kept(made.id());
        return kept == null ? made : kept;
    }

    void attach(Share share) {
        if (shares == null) {
            shares = new ShareChains();
        }
        shares.add(share);
    }

    void detach(Share share) {
        shares.remove(share);
    }

    /** The oldest of a workload's shares that is as wanted; null if none is. */
    public Share findShare(HexId workload, Predicate<Share> wanted) {
        return shares == null ? null : shares.find(workload, wanted);
    }

    /** Whether a share of one of the workloads here still is. */
    public boolean has(Share share) {
        return findShare(share.workloadId(), it -> it == share) != null;
    }

    public int countShares(HexId workload) {
        return countShares(workload, _ -> true);
    }

    /** How many of a workload's shares are as wanted. */
    public int countShares(HexId workload, Predicate<Share> wanted) {
        var count = new int[1];
        findShare(workload, share -> {
            count[0] += wanted.test(share) ? 1 : 0;
            return false;
        });
        return count[0];
    }

    /** What was done here up to one moment; tokens and changes are null if there were none. */
    record State(ClientTokens tokens, List<Share.State> shares, Changes changes) {
        static final State UNTOUCHED = new State(null, List.of(), null);
    }

    boolean isTouched() {
        return tokens != null || shares != null || changes != null;
    }

    State state() {
        var states = new ArrayList<Share.State>();
        forEachShare(it -> states.add(it.state()));
        return new State(tokens == null ? null : tokens.copy(), states, changes == null ? null : changes.copy());
    }

    /** Goes back to how it was. */
    void become(State state) {
        tokens = state.tokens() == null ? null : state.tokens().copy();
        changes = state.changes() == null ? null : state.changes().copy();
        shares = null;
        state.shares().forEach(it -> attach(it.restored()));
    }

    /** Every share of every workload here, in no particular order but that of each workload's shares. */
    public void forEachShare(Consumer<Share> action) {
        if (shares != null) {
            shares.forEach(action);
        }
    }
}
