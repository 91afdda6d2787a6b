package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.cloud.Roles;
import io.sharewell.simulator.iam.Policy;
import io.sharewell.simulator.iam.PolicySet;
import io.sharewell.simulator.organization.EventualConsistency;
import io.sharewell.simulator.wellarchitected.Share;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What of the new has got around. */
final class Propagation {

    private final Roles roles;
    private final EventualConsistency times;

    Propagation(Roles roles, EventualConsistency times) {
        this.roles = roles;
        this.times = times;
    }

    /** Whether AssumeRole knows the role. */
    boolean knows(Role role, Instant now) {
        return isOver(role.createdAt(), times.newRoles(), now);
    }

    /** The caller's policies, as far as they are in force. */
    PolicySet policies(Identity caller, Instant now) {
        return switch (caller) {
            case Identity.User user -> user.policies();
            case Identity.Session session -> policies(session, now);
        };
    }

    private PolicySet policies(Identity.Session session, Instant now) {
        var role = ruling(session, now);
        List<Policy> own = isInForce(role, now) ? role.permissions() : List.of();
        var given = session.policies();
        return new PolicySet(own, role.boundary(), given.session(), given.organization());
    }

    /** A session's role as it stands; as it was when it was assumed, while a change has not got around or if it is gone. */
    private Role ruling(Identity.Session session, Instant now) {
        var role = roles.find(session.account(), session.role().name());
        return role != null && isInForce(role, now) ? role : session.role();
    }

    private boolean isInForce(Role role, Instant now) {
        return isOver(role.createdAt(), times.rolePolicies(), now);
    }

    /** Whether lists have the share. */
    boolean lists(Share share, Instant now) {
        return times.newShares().isZero() || isOver(share.createdAt(), times.newShares(), now);
    }

    private static boolean isOver(Instant beginning, Duration time, Instant now) {
        return time.isZero() || beginning == null || !now.isBefore(beginning.plus(time));
    }
}
