package io.sharewell.simulator.organization;

/** What a share lets its recipient do. */
public enum PermissionType {
    READONLY,
    CONTRIBUTOR
}
