package io.sharewell.writer;

import io.sharewell.events.Principal;
import io.sharewell.writer.WriterSettings.TargetSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What can be wrong with the targets. */
record TargetsCheck(List<TargetSettings> targets) {

    List<String> faults() {
        if (targets.isEmpty()) {
            return List.of(
                    "share-writer.targets is empty: set SHARE_WRITER_TARGETS_0__PRINCIPAL to the 12-digit reviews"
                            + " account");
        }
        List<String> faults = new ArrayList<>();
        if (targets.size() > WriterSettings.MOST_TARGETS) {
            faults.add("share-writer.targets has " + targets.size() + " entries: AWS allows "
                    + WriterSettings.MOST_TARGETS + " shares per workload");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            String fault = fault(targets.get(i), seen);
            if (fault != null) {
                faults.add("share-writer.targets[" + i + "].principal" + fault);
            }
        }
        return faults;
    }

    private static String fault(TargetSettings target, Set<String> seen) {
        String principal = target.principal().orElse(null);
        if (principal == null) {
            return " is not set: give the 12-digit reviews account";
        }
        if (!seen.add(Principal.keyOf(principal))) {
            return " is " + principal + " once more: name each target once";
        }
        try {
            Principal.of(principal);
            return null;
        } catch (IllegalArgumentException e) {
            return ": " + e.getMessage();
        }
    }
}
