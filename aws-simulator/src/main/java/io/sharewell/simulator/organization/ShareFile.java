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
 * @param id 32 hexadecimal digits; null: made up
 * @param statusSince when it came to its status, from which an invitation's seven days count; null: createdAt
 */
public record ShareFile(
        String sharedWith,
        PermissionType permissionType,
        ShareStatus status,
        String statusMessage,
        Instant createdAt,
        String id,
        Instant statusSince) {

    /** A share whose id is made up. */
    public ShareFile(
            String sharedWith,
            PermissionType permissionType,
            ShareStatus status,
            String statusMessage,
            Instant createdAt) {
        this(sharedWith, permissionType, status, statusMessage, createdAt, null, null);
    }
}
