package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What earlier attempts did about a workload's target that is not settled yet.
 *
 * @param sharedWith the target
 * @param permission the permission wanted
 * @param action what was done so far
 * @param replaces the share that the next one takes the place of, null if there was none
 * @param awaited the share that AWS says it made and that its list did not have, null if there is none
 * @param asked what AWS was asked for and may have done, though no answer or no list tells so; null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnsettledTarget(
        Principal sharedWith, Permission permission, Action action, String replaces, String awaited, Action asked) {

    public UnsettledTarget {
        Objects.requireNonNull(sharedWith, "sharedWith");
        Objects.requireNonNull(action, "action");
    }

    /** Whether anything is known to have been done: what was only asked for is not to be told. */
    boolean wasTouched() {
        return action != Action.NONE || awaited != null;
    }

    /** What is to be told of it if no further attempt follows. */
    public TargetOutcome outcome() {
        return new TargetOutcome(sharedWith, permission, action, awaited, null, null);
    }
}
