package io.sharewell.writer.domain;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;

/** Where the accounts that workloads are shared with can see them. */
@FunctionalInterface
public interface TargetRegions {

    /** Whether an account is known to have a Region not enabled: nobody there could accept an invitation. */
    boolean isNotEnabled(AccountId account, Region region);
}
