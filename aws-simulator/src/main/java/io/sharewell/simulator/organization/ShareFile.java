package io.sharewell.simulator.organization;

import java.time.Instant;

/**
 * A workload share that is there from the beginning.
 *
 * @param sharedWith account id, IAM user ARN, organization or OU (id or ARN)
 * @param permissionType null: READONLY
 * @param status null: PENDING, or ASSOCIATED for an organization or OU
 * @param statusMessage null: none
 * @param createdAt null: an hour before the simulator's start; 8 days before it if the status is EXPIRED;
 *     an ASSOCIATING one stays so for an hour
 */
public record ShareFile(
        String sharedWith,
        PermissionType permissionType,
        ShareStatus status,
        String statusMessage,
        Instant createdAt) {}
