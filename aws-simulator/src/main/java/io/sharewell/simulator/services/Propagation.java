package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.iam.PolicySet;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What of the new has got around. */
final class Propagation {

    private final EventualConsistency times;

    Propagation(EventualConsistency times) {
        this.times = times;
    }

    /** Whether AssumeRole knows the role. */
    boolean knows(Role role, Instant now) {
        return isOver(role.createdAt(), times.newRoles(), now);
    }

    /** The caller's policies, as far as they are in force. */
    PolicySet policies(Identity caller, Instant now) {
        var all = caller.policies();
        return caller instanceof Identity.Session session
                        && !isOver(session.role().createdAt(), times.rolePolicies(), now)
                ? new PolicySet(List.of(), all.boundary(), all.session(), all.organization())
                : all;
    }

    /** Whether lists have the share. */
    boolean lists(Share share, Instant now) {
        return times.newShares().isZero() || isOver(share.createdAt(), times.newShares(), now);
    }

    private static boolean isOver(Instant beginning, Duration time, Instant now) {
        return time.isZero() || beginning == null || !now.isBefore(beginning.plus(time));
    }
}
