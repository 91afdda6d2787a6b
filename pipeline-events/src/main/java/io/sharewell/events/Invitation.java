package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A share invitation, as ListShareInvitations describes it.
 *
 * @param id the share invitation's id
 * @param sharedBy the owner's account id as AWS writes it
 * @param permission AWS's word, null if absent
 * @param resourceType AWS's word: {@code WORKLOAD}, {@code LENS}, {@code PROFILE} or {@code TEMPLATE}
 * @param resourceName name of what is shared, null if absent
 * @param resourceId workload id or the ARN of what is shared, null if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Invitation(
        String id, String sharedBy, String permission, String resourceType, String resourceName, String resourceId) {

    public Invitation {
        Objects.requireNonNull(id, "id");
    }
}
