package io.sharewell.writer.domain;

import io.sharewell.events.Action;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.UnsettledTarget;
import io.sharewell.events.WorkloadFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shares a workload with all targets, or takes the shares back. One failing target stops no other. Of several records about
 * one workload at once (two sweeps, a replay) each waits for the one before, so that it sees the shares that are made. Safe
 * for use by several threads.
 */
public final class WorkloadSharing {

    /** AWS's quota cannot be raised: who comes near it should know before it is reached. */
    private static final int NEARLY_FULL = 2;

    private final List<Target> targets;
    private final ShareDecision decision;
    private final WellArchitected wellArchitected;
    private final TargetRegions regions;
    private final OneAtATime turns = new OneAtATime();

    public WorkloadSharing(
            List<Target> targets, Policies policies, WellArchitected wellArchitected, TargetRegions regions) {
        this.targets = List.copyOf(targets);
        this.decision = new ShareDecision(policies);
        this.wellArchitected = wellArchitected;
        this.regions = regions;
    }

    /** Settles the targets that the record does not call settled already. */
    public Progress share(WorkloadFound found, Delivery delivery) {
        return turns.on(found.workload().arn(), () -> shareNow(found, delivery));
    }

    private Progress shareNow(WorkloadFound found, Delivery delivery) {
        Map<Principal, TargetOutcome> settled = new LinkedHashMap<>();
        found.settled().forEach(outcome -> settled.put(outcome.sharedWith(), outcome));
        targets.stream()
                .filter(target -> found.unsettled(target.principal()).isEmpty())
                .forEach(target -> withoutAsking(found, target)
                        .ifPresent(outcome -> settled.putIfAbsent(target.principal(), outcome)));
        try {
            return switch (wellArchitected.sharesOf(found)) {
                case Answer.Given<WorkloadShares>(WorkloadShares shares) ->
                    new Run(found, delivery, shares, settled).all();
                case Answer.Refused<WorkloadShares>(Problem problem) -> whole(found, found.outcomes(), problem, null);
                case Answer.Overtaken<WorkloadShares>(Problem problem) -> whole(found, found.outcomes(), problem, null);
            };
        } catch (HeldUpException e) {
            return new Progress.HeldUp(found, e);
        }
    }

    /** What is clear before AWS is asked anything. */
    private Optional<TargetOutcome> withoutAsking(WorkloadFound found, Target target) {
        if (target.isOf(found.accountId())) {
            return Optional.of(untouched(target, null));
        }
        boolean inVain = found.envelope().purpose() == Purpose.SHARE
                && target.principal()
                        .account()
                        .filter(account -> regions.isNotEnabled(account, found.region()))
                        .isPresent();
        return inVain ? Optional.of(untouched(target, Problem.of(Reason.TARGET_REGION_NOT_ENABLED))) : Optional.empty();
    }

    private static TargetOutcome untouched(Target target, Problem problem) {
        return new TargetOutcome(target.principal(), target.permission(), Action.NONE, null, null, problem);
    }

    private static Progress whole(
            WorkloadFound found, List<TargetOutcome> outcomes, Problem problem, Integer sharesLeft) {
        return new Progress.Whole(new WorkloadResult(
                found.envelope().forNextStep(),
                found.accountId(),
                found.region(),
                found.workload(),
                outcomes,
                problem,
                sharesLeft));
    }

    /** One attempt at one workload. */
    private final class Run {

        private final WorkloadFound found;
        private final Delivery delivery;
        private final WorkloadShares shares;
        private final Map<Principal, TargetOutcome> settled;
        private final Map<Principal, UnsettledTarget> unsettled = new LinkedHashMap<>();

        Run(WorkloadFound found, Delivery delivery, WorkloadShares shares, Map<Principal, TargetOutcome> settled) {
            this.found = found;
            this.delivery = delivery;
            this.shares = shares;
            this.settled = settled;
            found.unsettled().forEach(target -> unsettled.put(target.sharedWith(), target));
        }

        Progress all() {
            HeldUpException heldUp = null;
            for (Target target : targets) {
                if (settled.containsKey(target.principal())) {
                    continue;
                }
                TargetSharing sharing = new TargetSharing(found, target, delivery, decision, shares, planned());
                try {
                    TargetOutcome outcome = sharing.settle();
                    if (isGone(outcome)) {
                        return whole(found, outcomes(), outcome.problem(), null);
                    }
                    settled.put(target.principal(), outcome);
                    unsettled.remove(target.principal());
                } catch (RuntimeException e) {
                    HeldUpException why = e instanceof HeldUpException it ? it : new HeldUpException(e);
                    // The first decides: one that has to rest must not come back sooner for want of a turn at another
                    heldUp = heldUp == null ? why : heldUp;
                    sharing.unsettled().ifPresent(it -> unsettled.put(it.sharedWith(), it));
                    if (why.kind() != HeldUpException.Kind.TROUBLE) {
                        break; // The other targets would fare no better
                    }
                }
            }
            return heldUp == null
                    ? whole(found, outcomes(), null, sharesLeft())
                    : new Progress.HeldUp(
                            found.with(List.copyOf(settled.values()), List.copyOf(unsettled.values())), heldUp);
        }

        private int planned() {
            return (int) settled.values().stream()
                    .filter(outcome -> outcome.action() == Action.WOULD_CREATE)
                    .count();
        }

        private Integer sharesLeft() {
            boolean wanted = found.envelope().purpose() == Purpose.SHARE && shares.left() <= NEARLY_FULL;
            return wanted ? Math.max(0, shares.left()) : null;
        }

        private static boolean isGone(TargetOutcome outcome) {
            return outcome.problem() != null && outcome.problem().reason() == Reason.WORKLOAD_GONE;
        }

        /** One for each target, in their order; then those known of targets that are none any more. */
        private List<TargetOutcome> outcomes() {
            Map<Principal, TargetOutcome> known = new LinkedHashMap<>();
            targets.forEach(target -> known.put(target.principal(), untouched(target, null)));
            unsettled.forEach((principal, target) -> known.put(principal, target.outcome()));
            known.putAll(settled);
            return List.copyOf(known.values());
        }
    }
}
