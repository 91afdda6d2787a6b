package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * What came of one workload and one target.
 *
 * @param sharedWith the target
 * @param permission the permission wanted
 * @param action what was done
 * @param shareId the share that is there now, null if none
 * @param status AWS's own word for its status ({@code PENDING}: invited, not yet accepted), null if there is no share
 * @param problem what is not as it should be, null if nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetOutcome(
        Principal sharedWith, Permission permission, Action action, String shareId, String status, Problem problem) {

    public TargetOutcome {
        Objects.requireNonNull(sharedWith, "sharedWith");
        Objects.requireNonNull(action, "action");
    }

    /** The same with another action. */
    public TargetOutcome with(Action action) {
        return new TargetOutcome(sharedWith, permission, action, shareId, status, problem);
    }
}
