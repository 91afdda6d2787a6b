package io.sharewell.writer.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import java.util.Objects;

/** Whom every workload is shared with, and what for. */
public record Target(Principal principal, Permission permission) {

    public Target {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(permission, "permission");
    }

    /** An owner needs no share of its own workload, and AWS refuses one. */
    boolean isOf(AccountId owner) {
        return principal.account().filter(owner::equals).isPresent();
    }
}
