package io.sharewell.simulator.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A workload that is there from the beginning.
 *
 * @param id 32 hexadecimal digits; null: made up
 * @param riskCounts by UNANSWERED, HIGH, MEDIUM, NONE, NOT_APPLICABLE; null: made up
 * @param improvementStatus null: NOT_APPLICABLE
 * @param lenses aliases; null: wellarchitected
 */
public record WorkloadFile(
        String id,
        String name,
        Map<String, Integer> riskCounts,
        String improvementStatus,
        List<String> lenses,
        Instant updatedAt,
        List<ShareFile> shares) {}
