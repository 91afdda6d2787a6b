package io.sharewell.scanner.domain;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Invitation;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Scans units: nothing is said of one before its last page was read, and a failure is never an empty list. */
public final class RegionScan {

    /**
     * So many invitations of a Region one acceptance takes: in a large organization that begins to share, more may wait than a
     * record can name. The next one takes the others.
     */
    public static final int INVITATIONS_AT_ONCE = 10_000;

    private final UnitReaders readers;

    public RegionScan(UnitReaders readers) {
        this.readers = readers;
    }

    /**
     * Scans a unit.
     *
     * @return what follows from it: each workload or invitation found, then the word about the unit
     * @throws HeldUpException if it must be scanned again from the beginning
     */
    public List<Event> of(AccountSessionOpened unit) {
        return switch (readers.open(unit)) {
            case Answer.Refused<UnitReader>(Problem problem) -> List.of(withoutScan(unit, problem));
            case Answer.Given<UnitReader>(UnitReader reader) ->
                switch (unit.envelope().purpose()) {
                    case SHARE, UNSHARE -> workloads(unit, reader);
                    case ACCEPT -> invitations(unit, reader);
                };
        };
    }

    private static List<Event> workloads(AccountSessionOpened unit, UnitReader reader) {
        return switch (AllPages.of(reader::workloads)) {
            case Answer.Refused<List<ListedWorkload>>(Problem problem) -> List.of(withoutScan(unit, problem));
            case Answer.Given<List<ListedWorkload>>(List<ListedWorkload> listed) -> {
                // A list that changes while it is read can show a workload on two pages
                Map<String, Workload> owned = new LinkedHashMap<>();
                listed.stream()
                        .filter(it -> it.belongsTo(unit.accountId()))
                        .forEach(it -> owned.put(it.workload().id(), it.workload()));
                yield scanned(unit, owned, workload -> found(unit, workload));
            }
        };
    }

    private static List<Event> invitations(AccountSessionOpened unit, UnitReader reader) {
        return switch (AllPages.until(INVITATIONS_AT_ONCE, reader::invitations)) {
            case Answer.Refused<List<Invitation>>(Problem problem) -> List.of(withoutScan(unit, problem));
            case Answer.Given<List<Invitation>>(List<Invitation> listed) -> {
                Map<String, Invitation> waiting = new LinkedHashMap<>();
                listed.forEach(it -> waiting.put(it.id(), it));
                yield scanned(unit, waiting, invitation -> found(unit, invitation));
            }
        };
    }

    private static <T> List<Event> scanned(AccountSessionOpened unit, Map<String, T> found, Function<T, Event> event) {
        Collection<T> things = found.values();
        List<Event> events = new ArrayList<>(things.stream().map(event).toList());
        events.add(new RegionScanned(next(unit), unit.accountId(), unit.region(), List.copyOf(found.keySet())));
        return events;
    }

    private static WorkloadFound found(AccountSessionOpened unit, Workload workload) {
        return new WorkloadFound(next(unit), unit.accountId(), unit.region(), workload, unit.session(), unit.grant());
    }

    private static InvitationFound found(AccountSessionOpened unit, Invitation invitation) {
        return new InvitationFound(
                next(unit), unit.accountId(), unit.region(), invitation, unit.session(), unit.grant());
    }

    private static OfRegion withoutScan(AccountSessionOpened unit, Problem problem) {
        return switch (problem.reason()) {
            // Somebody wants it so: there is nothing to scan
            case REGION_NOT_ENABLED, DENIED_BY_SCP ->
                new RegionSkipped(next(unit), unit.accountId(), unit.region(), problem);
            default -> new RegionFailed(next(unit), unit.accountId(), unit.region(), problem);
        };
    }

    private static Envelope next(AccountSessionOpened unit) {
        return unit.envelope().forNextStep();
    }
}
