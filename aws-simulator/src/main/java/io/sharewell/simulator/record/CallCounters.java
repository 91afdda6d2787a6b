package io.sharewell.simulator.record;

import java.util.Map;
import java.util.TreeMap;

/** Calls per operation. */
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

    /** Counts a call; {@code error} is null for a success. */
    public void count(String operation, String error) {
        var counter = counter(operation);
        counter.count++;
        if (error != null) {
            counter.errors.merge(error, 1L, Long::sum);
        }
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

    public void clear() {
        byOperation.clear();
    }
}
