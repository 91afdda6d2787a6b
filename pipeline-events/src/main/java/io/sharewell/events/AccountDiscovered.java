package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * This account is to be processed. On {@code accounts}.
 *
 * @param accountName its name in the organization, null if unknown
 * @param ouPath names from the root to its OU, such as {@code Root/Workloads/Prod}; null if unknown
 * @param partition {@code aws}, {@code aws-us-gov} …
 * @param regions Regions asked for, empty for all
 * @param excludeRegions Regions not to look into
 * @param workloadNamePrefix only workloads whose names begin so; null for all
 * @param cause why it is here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountDiscovered(
        Envelope envelope,
        AccountId accountId,
        String accountName,
        String ouPath,
        String partition,
        List<Region> regions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Region> excludeRegions,
        String workloadNamePrefix,
        Cause cause)
        implements WorkRecord {

    /** Why an account is to be processed. */
    public enum Cause {
        /** Its sweep came by itself, or is a {@code SHARE} that was asked for and leaves out the same as scheduled ones. */
        SCHEDULE,
        /** Its sweep was asked for. */
        REQUEST
    }

    public AccountDiscovered {
        Objects.requireNonNull(accountId, "accountId");
        regions = regions == null ? List.of() : List.copyOf(regions);
        excludeRegions = excludeRegions == null ? List.of() : List.copyOf(excludeRegions);
    }

    @Override
    public AccountDiscovered withEnvelope(Envelope envelope) {
        return new AccountDiscovered(
                envelope,
                accountId,
                accountName,
                ouPath,
                partition,
                regions,
                excludeRegions,
                workloadNamePrefix,
                cause);
    }

    @Override
    public String subject() {
        return accountId.value();
    }

    @Override
    public String key() {
        return accountId.value();
    }
}
