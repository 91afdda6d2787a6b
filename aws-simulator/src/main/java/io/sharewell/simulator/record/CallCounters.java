package io.sharewell.simulator.record;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Calls per operation, per caller's account, and per second. */
public final class CallCounters {

    /** One operation's calls; errors by code. */
    public static final class Counter {
        private long count;
        private long emptyPages;
        private final Map<String, Long> errors = new TreeMap<>();

        public long getCount() {
            return count;
        }

        public Map<String, Long> getErrors() {
            return errors;
        }

        /** Of the calls, those answered with an empty page and a token. */
        public long getEmptyPages() {
            return emptyPages;
        }
    }

    private final Map<String, Counter> byOperation = new TreeMap<>();
    private final Map<String, AccountCalls> byAccount = new HashMap<>();
    private final CallRate rate;

    /** Rates are by this clock, which should be the wall's. */
    public CallCounters(Clock wallClock) {
        this.rate = new CallRate(wallClock);
    }

    /**
     * Counts a call.
     *
     * @param accountId the caller's account, null if the caller is not known
     * @param error null for a success
     */
    public void count(String operation, String accountId, String error) {
        var counter = counter(operation);
        counter.count++;
        if (error != null) {
            counter.errors.merge(error, 1L, Long::sum);
        }
        if (accountId != null) {
            byAccount.computeIfAbsent(accountId, _ -> new AccountCalls()).count(error != null);
        }
        rate.count(error != null);
    }

    public void countEmptyPage(String operation) {
        counter(operation).emptyPages++;
    }

    private Counter counter(String operation) {
        return byOperation.computeIfAbsent(operation, _ -> new Counter());
    }

    /** By qualified operation, such as {@code wellarchitected.ListWorkloads}. */
    public Map<String, Counter> all() {
        return byOperation;
    }

    /** What an account's credentials were used for so far. */
    public AccountCalls of(String accountId) {
        return byAccount.getOrDefault(accountId, AccountCalls.NONE);
    }

    public CallRate rate() {
        return rate;
    }

    public void clear() {
        byOperation.clear();
        byAccount.clear();
        rate.clear();
    }
}
