package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which of a request's parameters the journal keeps. Secrets such as external ids are not among them. */
final class Interest {

    private static final Set<String> KEPT = Set.of(
            "ClientRequestToken",
            "WorkloadId",
            "WorkloadArn",
            "WorkloadName",
            "WorkloadNamePrefix",
            "ShareId",
            "SharedWith",
            "SharedWithPrefix",
            "PermissionType",
            "Status",
            "ShareInvitationId",
            "ShareInvitationAction",
            "ShareResourceType",
            "RoleArn",
            "RoleSessionName",
            "Policy",
            "PolicyArns",
            "DurationSeconds",
            "SourceIdentity",
            "Tags",
            "ParentId",
            "ChildId",
            "AccountId",
            "ResourceId",
            "Path",
            "MaxResults",
            "NextToken",
            "RegionName");

    private Interest() {}

    /** Null if there is nothing of interest. */
    static Map<String, JsonNode> in(ObjectNode input) {
        if (input == null || input.isEmpty()) {
            return null;
        }
        var parameters = new LinkedHashMap<String, JsonNode>();
        input.properties().forEach(it -> {
            if (KEPT.contains(it.getKey())) {
                parameters.put(it.getKey(), it.getValue());
            }
        });
        return parameters.isEmpty() ? null : parameters;
    }
}
