package io.sharewell.simulator.wellarchitected;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A workload.
 *
 * @param riskCounts by AWS's names of risks
 * @param details what else GetWorkload tells, by AWS's names; null for a workload that was not
 *     created by a call
 */
public record Workload(
        HexId id,
        String owner,
        String region,
        String name,
        Instant updatedAt,
        List<String> lenses,
        Map<String, Integer> riskCounts,
        String improvementStatus,
        Map<String, String> tags,
        ObjectNode details) {

    public String arn() {
        return arn(owner, region, id.toString());
    }

    public static String arn(String owner, String region, String workloadId) {
        return "arn:aws:wellarchitected:" + region + ":" + owner + ":workload/" + workloadId;
    }

    public Workload withTags(Map<String, String> value) {
        return new Workload(
                id, owner, region, name, updatedAt, lenses, riskCounts, improvementStatus, Map.copyOf(value), details);
    }
}
