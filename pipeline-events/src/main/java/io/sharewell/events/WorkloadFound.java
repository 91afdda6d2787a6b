package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One workload that the account owns, with the session to act on it. On {@code workloads-found}.
 *
 * @param settled outcomes of targets that an earlier attempt settled; empty at first
 * @param unsettled what earlier attempts did about targets that they could not settle; empty at first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkloadFound(
        Envelope envelope,
        AccountId accountId,
        Region region,
        Workload workload,
        @Incidental SealedSession session,
        @Incidental Grant grant,
        @Incidental List<TargetOutcome> settled,

        @Incidental @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<UnsettledTarget> unsettled)
        implements SessionRecord {

    /** As it is found. */
    public WorkloadFound(
            Envelope envelope,
            AccountId accountId,
            Region region,
            Workload workload,
            SealedSession session,
            Grant grant) {
        this(envelope, accountId, region, workload, session, grant, List.of(), List.of());
    }

    public WorkloadFound {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(workload, "workload");
        settled = settled == null ? List.of() : List.copyOf(settled);
        unsettled = unsettled == null ? List.of() : List.copyOf(unsettled);
    }

    @Override
    public WorkloadFound with(Envelope envelope, SealedSession session, Grant grant) {
        return new WorkloadFound(envelope, accountId, region, workload, session, grant, settled, unsettled);
    }

    /** The same with how far an attempt came. */
    public WorkloadFound with(List<TargetOutcome> settled, List<UnsettledTarget> unsettled) {
        return new WorkloadFound(envelope, accountId, region, workload, session, grant, settled, unsettled);
    }

    /** What earlier attempts did about a target; empty if nothing, or if it is settled. */
    public Optional<UnsettledTarget> unsettled(Principal target) {
        return unsettled.stream().filter(it -> it.sharedWith().equals(target)).findFirst();
    }

    /** What is to be told of the targets if no further attempt follows. */
    public List<TargetOutcome> outcomes() {
        return Stream.concat(
                        settled.stream(),
                        unsettled.stream().filter(UnsettledTarget::wasTouched).map(UnsettledTarget::outcome))
                .toList();
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
