package io.sharewell.chaos.round;

import io.sharewell.chaos.faults.Fault;
import io.sharewell.chaos.faults.FaultKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong in a round, and when. The same seed and size give the same schedule.
 *
 * @param seed of the organization, too
 * @param accounts how many the organization has
 */
public record Schedule(long seed, int accounts, List<Entry> entries) {

    private static final int FEWEST = 3;
    private static final int MOST = 5;
    /** One round in so many has the broker away for more than a minute. */
    private static final int LONG_ABSENCES = 12;
    /** Of the statements that a sweep of healthy accounts makes: 17 Regions each, and itself. */
    private static final int STATEMENTS_PER_ACCOUNT = 18;

    /**
     * A fault and its moment.
     *
     * @param at when so many statements of the sweep are on {@code share-results}; 0: at once
     */
    public record Entry(int at, FaultKind kind, Fault fault) {}

    public Schedule {
        entries = List.copyOf(entries);
    }

    /** Three to five kinds, whichever the seed gives. */
    public static Schedule draw(long seed, int accounts) {
        Random random = new Random(seed);
        List<FaultKind> kinds = new ArrayList<>(Arrays.asList(FaultKind.values()));
        if (random.nextInt(LONG_ABSENCES) > 0) {
            kinds.remove(FaultKind.BROKER_STOPPED_FOR_LONG);
        } else {
            // One absence is enough, and it comes for sure
            kinds.removeAll(List.of(FaultKind.BROKER_STOPPED, FaultKind.BROKER_STOPPED_FOR_LONG));
        }
        boolean absent = !kinds.contains(FaultKind.BROKER_STOPPED);
        Collections.shuffle(kinds, random);
        List<FaultKind> drawn = new ArrayList<>(kinds.subList(0, random.nextInt(FEWEST, MOST + 1)));
        if (absent) {
            drawn.add(FaultKind.BROKER_STOPPED_FOR_LONG);
        }
        return of(seed, accounts, drawn);
    }

    /** One fault of each of these kinds. */
    public static Schedule of(long seed, int accounts, Collection<FaultKind> kinds) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        for (FaultKind kind : kinds) {
            int latest = accounts * STATEMENTS_PER_ACCOUNT / 2;
            int at = random.nextInt(1, latest);
            Fault fault = kind.draw(random);
            entries.add(new Entry(kind.startsAtOnce() ? 0 : fault.isEarly() ? 1 + at % accounts : at, kind, fault));
        }
        entries.sort(Comparator.comparingInt(Entry::at));
        return new Schedule(seed, accounts, entries);
    }
}
