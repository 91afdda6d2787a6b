package io.sharewell.simulator.organization;

import java.time.Duration;

/**
 * How long it takes, by the simulator's clock, until something new is seen where it is looked for. AWS
 * publishes no figures.
 *
 * @param newRoles from a role's creation until AssumeRole knows it; null: at once
 * @param rolePolicies from a role's creation until its policies allow its sessions anything; null: at once
 * @param newShares from a share's creation until the owner's and the recipient's lists have it; null: at once
 */
public record EventualConsistency(Duration newRoles, Duration rolePolicies, Duration newShares)
        implements Behaviours.Switch {

    public static final EventualConsistency NONE = new EventualConsistency(null, null, null);

    /** Throws IllegalArgumentException for a time before the creation. */
    public EventualConsistency {
        newRoles = checked(newRoles, "newRoles");
        rolePolicies = checked(rolePolicies, "rolePolicies");
        newShares = checked(newShares, "newShares");
    }

    private static Duration checked(Duration value, String member) {
        if (value != null && value.isNegative()) {
            throw new IllegalArgumentException(
                    "eventualConsistency." + member + " is a time like 10s or zero, not " + value);
        }
        return value == null ? Duration.ZERO : value;
    }
}
