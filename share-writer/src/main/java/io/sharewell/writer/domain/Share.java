package io.sharewell.writer.domain;

import io.sharewell.events.Permission;
import java.util.Objects;

/**
 * A share of a workload, in AWS's own words.
 *
 * @param id the ShareId
 * @param permission {@code READONLY} or {@code CONTRIBUTOR}, or a later word; null if AWS does not say
 * @param status such as {@code PENDING}, or a later word; null if AWS does not say
 * @param statusMessage AWS's explanation, null if there is none
 */
public record Share(String id, String permission, String status, String statusMessage) {

    public Share {
        Objects.requireNonNull(id, "id");
    }

    ShareStatus knownStatus() {
        return ShareStatus.of(status);
    }

    boolean allows(Permission wanted) {
        return wanted.name().equals(permission);
    }
}
