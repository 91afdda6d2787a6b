package io.sharewell.simulator.organization;

import java.time.Instant;

/**
 * An invitation to a lens, a profile or a review template of some other account, known or not.
 *
 * @param name of what is shared; null: made up
 * @param sharedBy id of the account whose it is
 * @param permissionType null: READONLY
 * @param status null: PENDING
 * @param createdAt null: an hour before the simulator's start; 8 days before it if the status is EXPIRED
 */
public record InvitationFile(
        InvitationType type,
        String region,
        String name,
        String sharedBy,
        PermissionType permissionType,
        ShareStatus status,
        Instant createdAt) {}
