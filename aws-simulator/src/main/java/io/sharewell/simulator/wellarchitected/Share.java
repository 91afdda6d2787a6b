package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;
import java.time.Duration;
import java.time.Instant;

/** A workload's share with one principal. Its status also depends on the time. */
public final class Share implements Invitation {

    /** After this an invitation that nobody answered is over. */
    public static final Duration INVITATION_VALIDITY = Duration.ofDays(7);

    /** How long a share with an OU or the organization is ASSOCIATING. AWS publishes no figure. */
    public static final Duration ASSOCIATION = Duration.ofSeconds(5);

    // The two ids as plain numbers: after a sweep there may be a share for each of half a million workloads.
    private final long idHigh;
    private final long idLow;
    private final long workloadHigh;
    private final long workloadLow;
    private final long sequence;
    private final RegionalWorkloads home;
    private final String sharedWith;
    private PermissionType permission;
    private ShareStatus status;
    private String statusMessage;
    private long since;
    private final long created;

    /** The workload's next share, in {@link ShareChains}. */
    Share next;

    Share(HexId id, long sequence, RegionalWorkloads home, HexId workload, ShareRequest request, Instant now) {
        this.idHigh = id.high();
        this.idLow = id.low();
        this.workloadHigh = workload.high();
        this.workloadLow = workload.low();
        this.sequence = sequence;
        this.home = home;
        this.sharedWith = request.sharedWith();
        this.permission = request.permission();
        this.status = request.status();
        this.statusMessage = request.statusMessage();
        this.since = now.toEpochMilli();
        this.created = since;
    }

    public HexId id() {
        return new HexId(idHigh, idLow);
    }

    /** Whether this is its id. */
    public boolean has(HexId id) {
        return id.high() == idHigh && id.low() == idLow;
    }

    @Override
    public HexId invitationId() {
        return id().counterpart();
    }

    @Override
    public long sequence() {
        return sequence;
    }

    /** When it came to the status it was last given. */
    Instant since() {
        return Instant.ofEpochMilli(since);
    }

    /** Why it failed or will fail; null if it does not. */
    String failure() {
        return statusMessage;
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(created);
    }

    /** Where the workload is. */
    public RegionalWorkloads home() {
        return home;
    }

    public HexId workloadId() {
        return new HexId(workloadHigh, workloadLow);
    }

    boolean isOf(HexId workload) {
        return workload.high() == workloadHigh && workload.low() == workloadLow;
    }

    @Override
    public String sharedWith() {
        return sharedWith;
    }

    @Override
    public PermissionType permission() {
        return permission;
    }

    /** The workload's. */
    @Override
    public String name() {
        return home.find(workloadId()).name();
    }

    @Override
    public String sharedBy() {
        return home.account();
    }

    @Override
    public ShareStatus status(Instant now) {
        long age = now.toEpochMilli() - since;
        return status == ShareStatus.ASSOCIATING && age >= ASSOCIATION.toMillis() ? associated() : aged(status, age);
    }

    /** What a status is after some time in which nobody did anything. */
    static ShareStatus aged(ShareStatus status, long millis) {
        return status == ShareStatus.PENDING && millis >= INVITATION_VALIDITY.toMillis() ? ShareStatus.EXPIRED : status;
    }

    private ShareStatus associated() {
        return statusMessage == null ? ShareStatus.ASSOCIATED : ShareStatus.FAILED;
    }

    /** Null unless the share failed. */
    public String statusMessage(Instant now) {
        return status(now) == ShareStatus.FAILED ? statusMessage : null;
    }

    /** Whether the recipient has the workload. */
    public boolean isOpen(Instant now) {
        return switch (status(now)) {
            case ACCEPTED, ASSOCIATED -> true;
            case PENDING, REJECTED, REVOKED, EXPIRED, ASSOCIATING, FAILED -> false;
        };
    }

    /** What of a share changes, at one moment. */
    record State(Share share, PermissionType permission, ShareStatus status, long since) {

        /** The share as it was then, to be put in its chain again. */
        Share restored() {
            share.permission = permission;
            share.status = status;
            share.since = since;
            share.next = null;
            return share;
        }
    }

    State state() {
        return new State(this, permission, status, since);
    }

    public void permit(PermissionType value) {
        permission = value;
    }

    @Override
    public boolean take(ShareStep step, Instant now) {
        boolean possible = step.isPossible(status(now));
        if (possible) {
            become(step.end(), now);
        }
        return possible;
    }

    public void become(ShareStatus value, Instant now) {
        status = value;
        since = now.toEpochMilli();
    }
}
