package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is the same in most results of a sweep, once: each is read with objects of its own, and a ledger of 50,000 accounts
 * keeps 150,000 of them. Not thread-safe.
 */
final class KnownWords {

    private final Map<Object, Object> words = new HashMap<>();

    /**
     * An equal result that shares what it can.
     *
     * @param envelope of the sweep
     * @param account the result's
     */
    WorkloadResult in(WorkloadResult result, Envelope envelope, AccountId account) {
        return new WorkloadResult(
                result.envelope().equals(envelope) ? envelope : result.envelope(),
                account,
                result.region(),
                in(result.workload()),
                result.targets().stream().map(this::in).toList(),
                result.problem(),
                result.sharesLeft());
    }

    private Workload in(Workload workload) {
        List<String> lenses = known(workload.lenses());
        return new Workload(
                workload.id(),
                workload.arn(),
                workload.name(),
                workload.riskCounts(),
                known(workload.improvementStatus()),
                lenses,
                workload.updatedAt());
    }

    private TargetOutcome in(TargetOutcome target) {
        return new TargetOutcome(
                known(target.sharedWith()),
                target.permission(),
                target.action(),
                target.shareId(),
                known(target.status()),
                target.problem());
    }

    @SuppressWarnings("unchecked")
    private <T> T known(T word) {
        return word == null ? null : (T) words.computeIfAbsent(word, it -> it);
    }
}
