package io.sharewell.simulator.trouble;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults that are set, in the order in which they were; the first that befalls a call counts. */
public final class Faults {

    /**
     * A rule and how often it struck.
     *
     * @param from when it begins, by the simulator's clock
     * @param until when it is over; null: never
     */
    public record Armed(FaultRule rule, int struck, Instant from, Instant until) {}

    /**
     * A fault that befalls a call.
     *
     * @param delayMillis how long it takes, drawn for this call; 0 without a delay
     */
    public record Strike(FaultRule rule, long delayMillis) {}

    private final Map<String, LiveFault> rules = new LinkedHashMap<>();
    private int named;

    /** Sets a fault, in place of one with the same id; its time begins now, by the simulator's clock. */
    public FaultRule set(FaultRule rule, Instant now) {
        var kept = rule.id() == null ? rule.withId(newId()) : rule;
        rules.put(kept.id(), new LiveFault(kept, now));
        return kept;
    }

    private String newId() {
        do {
            named++;
        } while (rules.containsKey("fault-" + named));
        return "fault-" + named;
    }

    /** False if there was none of that id. */
    public boolean remove(String id) {
        return rules.remove(id) != null;
    }

    public void clear() {
        rules.clear();
    }

    public List<Armed> all() {
        var all = new ArrayList<Armed>();
        rules.values().forEach(it -> all.add(it.armed()));
        return all;
    }

    /** The fault that befalls a call, or null. */
    public Strike strike(FaultRule.Target target, Instant now) {
        for (var live : rules.values()) {
            if (live.strikes(target, now)) {
                return live.strike();
            }
        }
        return null;
    }
}
