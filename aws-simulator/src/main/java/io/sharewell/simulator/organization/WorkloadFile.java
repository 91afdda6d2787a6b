package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A workload that is there from the beginning. One whose id the simulator itself made up for this account and
 * Region needs nothing else: what is null is then as it was made up.
 *
 * @param id 32 hexadecimal digits; null: made up
 * @param riskCounts by UNANSWERED, HIGH, MEDIUM, NONE, NOT_APPLICABLE; null: made up
 * @param improvementStatus null: NOT_APPLICABLE
 * @param lenses aliases; null: wellarchitected
 * @param shares null: none
 * @param tags null: none
 * @param details what else GetWorkload tells, by AWS's names, such as Description; null: made up
 */
public record WorkloadFile(
        String id,
        String name,
        Map<String, Integer> riskCounts,
        String improvementStatus,
        List<String> lenses,
        Instant updatedAt,
        List<ShareFile> shares,
        Map<String, String> tags,
        ObjectNode details) {

    /** A workload without tags, of which GetWorkload tells nothing in particular. */
    public WorkloadFile(
            String id,
            String name,
            Map<String, Integer> riskCounts,
            String improvementStatus,
            List<String> lenses,
            Instant updatedAt,
            List<ShareFile> shares) {
        this(id, name, riskCounts, improvementStatus, lenses, updatedAt, shares, null, null);
    }
}
