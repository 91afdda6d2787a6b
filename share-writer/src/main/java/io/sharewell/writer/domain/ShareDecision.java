package io.sharewell.writer.domain;

import io.sharewell.events.Action;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides, from what is there and what is wanted, and from nothing else. */
public final class ShareDecision {

    /** The share that counts where a principal has several; the id only makes it the same one every time. */
    private static Comparator<Share> firstToCount(Permission wanted) {
        return Comparator.<Share>comparingInt(share -> share.knownStatus().rank())
                .thenComparing(share -> !share.allows(wanted))
                .thenComparing(Share::id);
    }

    private final Policies policies;

    public ShareDecision(Policies policies) {
        this.policies = policies;
    }

    /**
     * @param existing all shares of the workload with the target's principal
     * @param wanted the target's permission
     * @param purpose SHARE or UNSHARE
     * @return never a change if the mode is PLAN
     */
    public Decision decide(List<Share> existing, Permission wanted, Purpose purpose, Mode mode) {
        Decision decision =
                switch (purpose) {
                    case SHARE -> share(existing, wanted);
                    case UNSHARE -> unshare(existing);
                    case ACCEPT -> throw new IllegalArgumentException("ACCEPT is about invitations, not about shares");
                };
        return switch (mode) {
            case APPLY -> decision;
            case PLAN -> planned(decision);
        };
    }

    private Decision share(List<Share> existing, Permission wanted) {
        return existing.stream()
                .min(firstToCount(wanted))
                .map(share -> about(share, wanted))
                .orElseGet(Decision.Create::new);
    }

    private Decision about(Share share, Permission wanted) {
        return switch (share.knownStatus()) {
            case PENDING, ASSOCIATING -> share.allows(wanted) ? leave(share) : new Decision.Update(share);
            case ACCEPTED, ASSOCIATED -> share.allows(wanted) ? leave(share) : differing(share, wanted);
            case EXPIRED -> expired(share);
            case REJECTED, REVOKED -> refused(share);
            case FAILED -> failed(share);
            case UNKNOWN -> report(share, Reason.UNEXPECTED, "the share's status is " + share.status());
        };
    }

    private Decision differing(Share share, Permission wanted) {
        return switch (policies.onPermissionDifference()) {
            case REPORT ->
                report(
                        share,
                        Reason.PERMISSION_DIFFERS,
                        "the share's permission is " + share.permission() + ", configured is " + wanted);
            case UPDATE -> new Decision.Update(share);
        };
    }

    private Decision expired(Share share) {
        return switch (policies.onExpired()) {
            case RENEW -> new Decision.DeleteAndCreate(share);
            case REPORT -> report(share, Reason.INVITATION_EXPIRED, share.statusMessage());
        };
    }

    private Decision refused(Share share) {
        return switch (policies.onRefused()) {
            case REPORT -> report(share, Reason.REFUSED, share.statusMessage());
            case INVITE_AGAIN -> new Decision.DeleteAndCreate(share);
        };
    }

    private Decision failed(Share share) {
        return switch (policies.onFailed()) {
            case REPORT -> report(share, Reason.SHARE_FAILED, share.statusMessage());
            case RENEW -> new Decision.DeleteAndCreate(share);
        };
    }

    private static Decision unshare(List<Share> existing) {
        return existing.isEmpty() ? new Decision.Leave(Optional.empty(), null) : new Decision.Delete(existing);
    }

    private static Decision planned(Decision decision) {
        return switch (decision) {
            case Decision.Leave leave -> leave;
            case Decision.Report report -> report;
            case Decision.Create() -> new Decision.Report(Action.WOULD_CREATE, Optional.empty());
            case Decision.Update(Share share) -> new Decision.Report(Action.WOULD_UPDATE, Optional.of(share));
            case Decision.DeleteAndCreate(Share share) -> new Decision.Report(Action.WOULD_RENEW, Optional.of(share));
            case Decision.Delete(List<Share> shares) ->
                new Decision.Report(Action.WOULD_DELETE, Optional.of(shares.getFirst()));
        };
    }

    private static Decision leave(Share share) {
        return new Decision.Leave(Optional.of(share), null);
    }

    private static Decision report(Share share, Reason reason, String detail) {
        return new Decision.Leave(Optional.of(share), Problem.of(reason, detail));
    }
}
