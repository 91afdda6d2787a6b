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
import java.util.stream.Collectors;

/** Scans units: nothing is said of one before its last page was read, and a failure is never an empty list. */
public final class RegionScan {

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

    /** Whether a scan named as many invitations as it may: others may be left to the next one. */
    public static boolean leavesOthers(List<Event> events) {
        Map<Boolean, Long> named = events.stream()
                .filter(InvitationFound.class::isInstance)
                .map(event -> ((InvitationFound) event).invitation())
                .collect(Collectors.partitioningBy(Invitations::isToAWorkload, Collectors.counting()));
        return named.get(true) >= Invitations.TO_WORKLOADS || named.get(false) >= Invitations.OTHERS;
    }

    private static List<Event> workloads(AccountSessionOpened unit, UnitReader reader) {
        // A list that changes while it is read can show a workload on two pages
        Map<String, Workload> owned = new LinkedHashMap<>();
        return AllPages.read(reader::workloads, listed -> {
                    if (listed.belongsTo(unit.accountId())) {
                        owned.put(listed.workload().id(), listed.workload());
                    }
                })
                .map(problem -> List.<Event>of(withoutScan(unit, problem)))
                .orElseGet(() -> scanned(unit, owned.values(), workload -> found(unit, workload), Workload::id));
    }

    private static List<Event> invitations(AccountSessionOpened unit, UnitReader reader) {
        Invitations waiting = new Invitations(unit.envelope().sweepId());
        return AllPages.read(reader::invitations, waiting::add)
                .map(problem -> List.<Event>of(withoutScan(unit, problem)))
                .orElseGet(() -> scanned(unit, waiting.drawn(), invitation -> found(unit, invitation), Invitation::id));
    }

    private static <T> List<Event> scanned(
            AccountSessionOpened unit, Collection<T> found, Function<T, Event> event, Function<T, String> id) {
        List<Event> events = new ArrayList<>(found.stream().map(event).toList());
        events.add(new RegionScanned(
                next(unit),
                unit.accountId(),
                unit.region(),
                found.stream().map(id).toList()));
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
