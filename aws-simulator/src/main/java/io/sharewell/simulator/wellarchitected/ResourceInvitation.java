package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.InvitationFile;
import io.sharewell.simulator.organization.InvitationType;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;
import java.time.Instant;

/** An invitation to a lens, a profile or a template. What is shared is not simulated, only that one is asked. */
public final class ResourceInvitation implements Invitation {

    private final HexId id;
    private final long sequence;
    private final String recipient;
    private final InvitationFile written;
    private ShareStatus status;
    private long since;

    ResourceInvitation(HexId id, long sequence, String recipient, InvitationFile written, Instant since) {
        this.id = id;
        this.sequence = sequence;
        this.recipient = recipient;
        this.written = written;
        this.status = written.status() == null ? ShareStatus.PENDING : written.status();
        this.since = since.toEpochMilli();
    }

    public InvitationType type() {
        return written.type();
    }

    public String region() {
        return written.region();
    }

    /** Of what is shared. */
    public String arn() {
        var kind =
                switch (written.type()) {
                    case LENS -> "lens";
                    case PROFILE -> "profile";
                    case TEMPLATE -> "review-template";
                };
        return "arn:aws:wellarchitected:" + written.region() + ":" + written.sharedBy() + ":" + kind + "/"
                + id.counterpart();
    }

    @Override
    public HexId invitationId() {
        return id;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public String sharedBy() {
        return written.sharedBy();
    }

    @Override
    public String sharedWith() {
        return recipient;
    }

    @Override
    public PermissionType permission() {
        return written.permissionType() == null ? PermissionType.READONLY : written.permissionType();
    }

    @Override
    public String name() {
        return written.name() == null ? "Made by " + written.sharedBy() : written.name();
    }

    @Override
    public ShareStatus status(Instant now) {
        return Share.aged(status, now.toEpochMilli() - since);
    }

    @Override
    public boolean take(ShareStep step, Instant now) {
        boolean possible = step.isPossible(status(now));
        if (possible) {
            status = step.end();
            since = now.toEpochMilli();
        }
        return possible;
    }

    /** What of an invitation changes, at one moment. */
    record State(ResourceInvitation invitation, ShareStatus status, long since) {

        void restore() {
            invitation.status = status;
            invitation.since = since;
        }
    }

    State state() {
        return new State(this, status, since);
    }

    /** As it stands. */
    InvitationFile written(Instant now) {
        return new InvitationFile(
                written.type(),
                written.region(),
                written.name(),
                written.sharedBy(),
                written.permissionType(),
                status(now),
                Instant.ofEpochMilli(since));
    }
}
