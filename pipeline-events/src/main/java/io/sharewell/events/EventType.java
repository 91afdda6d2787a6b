package io.sharewell.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The {@code ce_type} of each record. */
public enum EventType {
    ACCOUNT_DISCOVERED("account.discovered", AccountDiscovered.class),
    ACCOUNT_SESSION_OPENED("account.session.opened", AccountSessionOpened.class),
    WORKLOAD_FOUND("workload.found", WorkloadFound.class),
    INVITATION_FOUND("invitation.found", InvitationFound.class),
    SESSION_EXPIRED("session.expired", SessionExpired.class),
    SWEEP_STARTED("sweep.started", ShareResult.SweepStarted.class),
    ACCOUNT_SELECTED("account.selected", ShareResult.AccountSelected.class),
    ACCOUNT_SKIPPED("account.skipped", ShareResult.AccountSkipped.class),
    ACCOUNTS_SELECTED("accounts.selected", ShareResult.AccountsSelected.class),
    ACCOUNT_OPENED("account.opened", ShareResult.AccountOpened.class),
    ACCOUNT_BLOCKED("account.blocked", ShareResult.AccountBlocked.class),
    REGION_SCANNED("region.scanned", ShareResult.RegionScanned.class),
    REGION_SKIPPED("region.skipped", ShareResult.RegionSkipped.class),
    REGION_FAILED("region.failed", ShareResult.RegionFailed.class),
    WORKLOAD_RESULT("workload.result", ShareResult.WorkloadResult.class),
    INVITATION_RESULT("invitation.result", ShareResult.InvitationResult.class),
    SWEEP_COMPLETED("sweep.completed", ShareResult.SweepCompleted.class),
    SWEEP_FAILED("sweep.failed", ShareResult.SweepFailed.class);

    private static final Map<String, EventType> BY_CE_TYPE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::ceType, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::record, Function.identity()));

    private final String ceType;
    private final Class<? extends Event> record;

    EventType(String name, Class<? extends Event> record) {
        this.ceType = "io.sharewell." + name + ".v1";
        this.record = record;
    }

    /** Such as {@code io.sharewell.workload.result.v1}. */
    public String ceType() {
        return ceType;
    }

    /** The record's class. */
    public Class<? extends Event> record() {
        return record;
    }

    /** The type of a record. */
    public static EventType of(Event event) {
        return BY_RECORD.get(event.getClass());
    }

    /** @throws MalformedRecordException if no record of this version has that type */
    public static EventType of(String ceType) {
        EventType type = ceType == null ? null : BY_CE_TYPE.get(ceType);
        if (type == null) {
            // Anybody may have written it: not quoted, as messages go into logs
            throw new MalformedRecordException("the record's ce_type is none of this contract");
        }
        return type;
    }
}
