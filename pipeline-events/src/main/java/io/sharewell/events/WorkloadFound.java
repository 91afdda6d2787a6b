package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;

/**
 * One workload that the account owns, with the session to act on it. On {@code workloads-found}.
 *
 * @param settled outcomes of targets that an earlier attempt settled; empty at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkloadFound(
        Envelope envelope,
        AccountId accountId,
        Region region,
        Workload workload,
        @Incidental SealedSession session,
        @Incidental Grant grant,
        @Incidental List<TargetOutcome> settled)
        implements SessionRecord {

    public WorkloadFound {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(workload, "workload");
        settled = settled == null ? List.of() : List.copyOf(settled);
    }

    @Override
    public WorkloadFound with(Envelope envelope, SealedSession session, Grant grant) {
        return new WorkloadFound(envelope, accountId, region, workload, session, grant, settled);
    }

    /** The same with what is settled so far. */
    public WorkloadFound settled(List<TargetOutcome> settled) {
        return new WorkloadFound(envelope, accountId, region, workload, session, grant, settled);
    }

    @Override
    public String subject() {
        return workload.arn();
    }

    @Override
    public String key() {
        return accountId + "/" + region;
    }
}
