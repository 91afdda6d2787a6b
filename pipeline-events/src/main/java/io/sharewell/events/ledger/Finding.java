package io.sharewell.events.ledger;

import io.sharewell.events.Action;
import io.sharewell.events.Invitation;
import io.sharewell.events.Problem;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What came of one workload or invitation that a scan found. */
sealed interface Finding {

    /** AWS's id of the workload or invitation. */
    String id();

    /** Null if nothing is wrong with it as a whole. */
    Problem problem();

    /** This and a later one about the same, of one sweep: actions accumulate, status and problem are the later's. */
    Finding and(Finding later);

    /** As {@link io.sharewell.events.ShareResult.WorkloadResult}. */
    record OfWorkload(Workload workload, List<TargetOutcome> targets, Problem problem, Integer sharesLeft)
            implements Finding {

        @Override
        public String id() {
            return workload.id();
        }

        @Override
        public Finding and(Finding later) {
            return later instanceof OfWorkload it
                    ? new OfWorkload(it.workload, and(it), it.problem, it.sharesLeft)
                    : later;
        }

        private List<TargetOutcome> and(OfWorkload later) {
            Map<String, Action> done = new HashMap<>();
            targets.forEach(target -> done.put(target.sharedWith().value(), target.action()));
            List<TargetOutcome> all = new ArrayList<>();
            for (TargetOutcome target : later.targets) {
                Action action = done.getOrDefault(target.sharedWith().value(), Action.NONE);
                all.add(target.with(action.and(target.action())));
            }
            if (later.problem != null) {
                // A whole that failed says nothing of targets: what was done to them stands
                Set<String> said = later.targets.stream()
                        .map(target -> target.sharedWith().value())
                        .collect(Collectors.toSet());
                targets.stream()
                        .filter(target -> !said.contains(target.sharedWith().value()))
                        .forEach(all::add);
            }
            return List.copyOf(all);
        }
    }

    /** As {@link io.sharewell.events.ShareResult.InvitationResult}. */
    record OfInvitation(Invitation invitation, Action action, Problem problem) implements Finding {

        @Override
        public String id() {
            return invitation.id();
        }

        @Override
        public Finding and(Finding later) {
            return later instanceof OfInvitation it
                    ? new OfInvitation(it.invitation, action.and(it.action), it.problem)
                    : later;
        }
    }
}
