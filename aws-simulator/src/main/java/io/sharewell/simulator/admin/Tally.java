package io.sharewell.simulator.admin;

import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.record.AccountCalls;
import java.util.EnumMap;
import java.util.Map;

/** What there is in an account, or in all accounts below an OU. Written as JSON by its getters. */
final class Tally {

    private static final ShareStatus[] STATUSES = ShareStatus.values();
    private static final AccountState[] STATES = AccountState.values();

    private final int[] states = new int[STATES.length];
    private final int[] shares = new int[STATUSES.length];
    private long workloads;
    private long calls;
    private long errors;

    void addAccount(AccountState state) {
        states[state.ordinal()]++;
    }

    void addWorkloads(int count) {
        workloads += count;
    }

    void addShare(ShareStatus status) {
        shares[status.ordinal()]++;
    }

    void addCalls(AccountCalls made) {
        calls += made.calls();
        errors += made.errors();
    }

    void add(Tally other) {
        addAll(states, other.states);
        addAll(shares, other.shares);
        workloads += other.workloads;
        calls += other.calls;
        errors += other.errors;
    }

    private static void addAll(int[] to, int[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /** Accounts by state; states that no account is in are left out. */
    public Map<AccountState, Integer> getStates() {
        var found = new EnumMap<AccountState, Integer>(AccountState.class);
        for (var state : STATES) {
            if (states[state.ordinal()] > 0) {
                found.put(state, states[state.ordinal()]);
            }
        }
        return found;
    }

    /** Shares by status; statuses that no share has are left out. */
    public Map<ShareStatus, Integer> getShares() {
        var found = new EnumMap<ShareStatus, Integer>(ShareStatus.class);
        for (var status : STATUSES) {
            if (shares[status.ordinal()] > 0) {
                found.put(status, shares[status.ordinal()]);
            }
        }
        return found;
    }

    public long getWorkloads() {
        return workloads;
    }

    public long getCalls() {
        return calls;
    }

    public long getErrors() {
        return errors;
    }
}
