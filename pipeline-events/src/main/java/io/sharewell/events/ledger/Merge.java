package io.sharewell.events.ledger;

import io.sharewell.events.Action;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Several statements of one sweep about the same subject: actions accumulate, status and problem are the latest. */
final class Merge {

    private Merge() {}

    static WorkloadResult results(WorkloadResult earlier, WorkloadResult later) {
        Map<String, Action> done = new LinkedHashMap<>();
        earlier.targets().forEach(target -> done.put(target.sharedWith().value(), target.action()));
        List<TargetOutcome> targets = new ArrayList<>();
        for (TargetOutcome target : later.targets()) {
            Action action = done.getOrDefault(target.sharedWith().value(), Action.NONE);
            targets.add(new TargetOutcome(
                    target.sharedWith(),
                    target.permission(),
                    action.and(target.action()),
                    target.shareId(),
                    target.status(),
                    target.problem()));
        }
        if (later.problem() != null) {
            // A whole that failed says nothing of targets: what was done to them stands
            Set<String> said = later.targets().stream()
                    .map(target -> target.sharedWith().value())
                    .collect(Collectors.toSet());
            earlier.targets().stream()
                    .filter(target -> !said.contains(target.sharedWith().value()))
                    .forEach(targets::add);
        }
        return new WorkloadResult(
                later.envelope(),
                later.accountId(),
                later.region(),
                later.workload(),
                targets,
                later.problem(),
                later.sharesLeft());
    }

    static InvitationResult invitations(InvitationResult earlier, InvitationResult later) {
        return new InvitationResult(
                later.envelope(),
                later.accountId(),
                later.region(),
                later.invitation(),
                earlier.action().and(later.action()),
                later.problem());
    }
}
