package io.sharewell.simulator.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest calls, oldest first. */
public final class Journal {

    private final int size;
    private final Deque<CallRecord> calls = new ArrayDeque<>();

    public Journal(int size) {
        this.size = size;
    }

    public void add(CallRecord call) {
        if (size == 0) {
            return;
        }
        if (calls.size() == size) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    public List<CallRecord> calls() {
        return new ArrayList<>(calls);
    }

    public void clear() {
        calls.clear();
    }
}
