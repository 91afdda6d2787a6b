package io.sharewell.simulator.trouble;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The faults that are set, in the order in which they were; the first that befalls a call counts. */
public final class Faults {

    /** A rule and how often it struck. */
    public record Armed(FaultRule rule, int struck) {}

    private static final class Live {
        private final FaultRule rule;
        private final SplittableRandom chance;
        private int struck;

        private Live(FaultRule rule) {
            this.rule = rule;
            this.chance = new SplittableRandom(rule.seed() == null ? 1 : rule.seed());
        }

        private boolean strikes(FaultRule.Target target) {
            if (!rule.fits(target) || rule.count() != null && struck >= rule.count()) {
                return false;
            }
            if (rule.probability() != null && chance.nextDouble() >= rule.probability()) {
                return false;
            }
            struck++;
            return true;
        }
    }

    private final Map<String, Live> rules = new LinkedHashMap<>();
    private int named;

    /** Sets a fault, in place of one with the same id. */
    public FaultRule set(FaultRule rule) {
        var kept = rule.id() == null ? rule.withId("fault-" + ++named) : rule;
        rules.put(kept.id(), new Live(kept));
        return kept;
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
        rules.values().forEach(it -> all.add(new Armed(it.rule, it.struck)));
        return all;
    }

    /** The fault that befalls a call, or null. */
    public FaultRule strike(FaultRule.Target target) {
        for (var live : rules.values()) {
            if (live.strikes(target)) {
                return live.rule;
            }
        }
        return null;
    }
}
