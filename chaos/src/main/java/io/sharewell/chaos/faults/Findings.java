package io.sharewell.chaos.faults;

import io.sharewell.chaos.checker.Expected;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What faults saw that must not be, and what of theirs the checker is to look for. Safe for several threads. */
public final class Findings {

    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final Set<String> condemned = ConcurrentHashMap.newKeySet();
    private final Set<Expected> expected = ConcurrentHashMap.newKeySet();

    /** Something that must not be. */
    public void violation(String sentence) {
        violations.add(sentence);
    }

    /** @param position {@code topic-partition@offset} of a record that has to end as a dead letter */
    void condemned(String position) {
        condemned.add(position);
    }

    /** What has to be told. */
    void expected(Expected outcome) {
        expected.add(outcome);
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** Positions of the records that have to end as dead letters. */
    public Set<String> condemned() {
        return Set.copyOf(condemned);
    }

    /** What has to be told. */
    public Set<Expected> expected() {
        return Set.copyOf(expected);
    }
}
