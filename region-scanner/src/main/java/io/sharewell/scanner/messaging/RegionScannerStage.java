package io.sharewell.scanner.messaging;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Event;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.events.WorkloadFound;
import io.sharewell.messaging.Handled;
import io.sharewell.messaging.Stage;
import io.sharewell.scanner.ScannerSettings;
import io.sharewell.scanner.domain.RegionScan;
import io.sharewell.scanner.domain.UnitReaders;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Scans the unit of each record of {@code account-sessions}. */
@Singleton
class RegionScannerStage implements Stage {

    static final String MODULE = "region-scanner";

    private final Multi<Message<byte[]>> incoming;
    private final ScannerSettings settings;
    private final RegionScan scan;

    RegionScannerStage(
            @Channel("region-scanner-in") Multi<Message<byte[]>> incoming,
            ScannerSettings settings,
            UnitReaders readers) {
        this.incoming = incoming;
        this.settings = settings;
        this.scan = new RegionScan(readers);
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) {
        return switch (record) {
            case AccountSessionOpened unit -> scan(unit);
            case AccountDiscovered _, WorkloadFound _, InvitationFound _, SessionExpired _ ->
                new Handled.GiveUp(record, Problem.of(Reason.MALFORMED_RECORD, "not a unit"));
        };
    }

    private Handled scan(AccountSessionOpened unit) {
        try {
            List<Event> events = scan.of(unit);
            ScanLog.log(unit, events);
            return new Handled.Done(events);
        } catch (HeldUpException e) {
            return Handled.heldUp(unit, e);
        }
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Topic source() {
        return Topic.ACCOUNT_SESSIONS;
    }

    @Override
    public Set<Topic> sinks() {
        return Set.of(Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS, Topic.SESSION_RENEWALS);
    }

    @Override
    public int concurrency() {
        return settings.concurrency();
    }

    @Override
    public Multi<Message<byte[]>> incoming() {
        return incoming;
    }
}
