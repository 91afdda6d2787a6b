package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Well-Architected workload, as ListWorkloads describes it.
 *
 * @param id 32 hexadecimal digits
 * @param arn its ARN; owner and Region are in it
 * @param name 3 to 100 characters
 * @param riskCounts number of questions by AWS's risk words ({@code HIGH}, {@code MEDIUM}, …), empty if unknown
 * @param improvementStatus AWS's word, null if unknown
 * @param lenses the lenses applied, empty if unknown
 * @param updatedAt the last change, null if unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Workload(
        String id,
        String arn,
        String name,
        Map<String, Integer> riskCounts,
        String improvementStatus,
        List<String> lenses,
        @Incidental Instant updatedAt) {

    public Workload {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(arn, "arn");
        riskCounts = riskCounts == null ? Map.of() : Map.copyOf(riskCounts);
        lenses = lenses == null ? List.of() : List.copyOf(lenses);
    }
}
