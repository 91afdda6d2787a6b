package io.sharewell.simulator.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest calls, oldest first. */
public final class Journal {

    private final int size;
    private final Deque<CallRecord> calls = new ArrayDeque<>();
    private long dropped;

    public Journal(int size) {
        this.size = size;
    }

    public void add(CallRecord call) {
        if (size == 0) {
            return;
        }
        if (calls.size() == size) {
            calls.removeFirst();
            dropped++;
        }
        calls.addLast(call);
    }

    public List<CallRecord> calls() {
        return new ArrayList<>(calls);
    }

    /** How many calls were forgotten because the journal is full. */
    public long dropped() {
        return dropped;
    }

    public void clear() {
        calls.clear();
        dropped = 0;
    }
}
