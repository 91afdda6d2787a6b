package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.ShareStatus;

/**
 * A share that is to be.
 *
 * @param statusMessage why it will fail, or null
 */
public record ShareRequest(String sharedWith, PermissionType permission, ShareStatus status, String statusMessage) {}
