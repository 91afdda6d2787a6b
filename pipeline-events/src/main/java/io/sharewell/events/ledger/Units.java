package io.sharewell.events.ledger;

import io.sharewell.events.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known of an account's Regions, in their order; also of those that are no units of it, or not yet. Two arrays,
 * of which accounts with the same Regions share one: the nodes of a map would take more than what they hold.
 */
final class Units {

    private List<Region> regions = List.of();
    private RegionEntry[] entries = {};

    /** {@link RegionEntry#UNHEARD} if nothing was said of it. */
    RegionEntry get(Region region) {
        int place = placeOf(region);
        return place < 0 ? RegionEntry.UNHEARD : entries[place];
    }

    /** Those that are units of the account. */
    Stream<RegionEntry> stream() {
        return Arrays.stream(entries).filter(RegionEntry::isUnit);
    }

    /** Those that are units of the account. */
    void forEach(BiConsumer<Region, RegionEntry> action) {
        for (int i = 0; i < entries.length; i++) {
            if (entries[i].isUnit()) {
                action.accept(regions.get(i), entries[i]);
            }
        }
    }

    void replace(Region region, UnaryOperator<RegionEntry> change) {
        int place = placeOf(region);
        if (place < 0) {
            place = -place - 1;
            insert(place, region);
        }
        entries[place] = change.apply(entries[place]);
    }

    private void insert(int place, Region region) {
        List<Region> more = new ArrayList<>(regions);
        more.add(place, region);
        regions = List.copyOf(more);
        RegionEntry[] grown = Arrays.copyOf(entries, entries.length + 1);
        System.arraycopy(entries, place, grown, place + 1, entries.length - place);
        grown[place] = RegionEntry.UNHEARD;
        entries = grown;
    }

    private int placeOf(Region region) {
        return Collections.binarySearch(regions, region);
    }

    /** The names of all Regions, units or not. */
    List<Region> regions() {
        return regions;
    }

    /** @param same a list that is equal to {@link #regions()} */
    void share(List<Region> same) {
        regions = same;
    }
}
