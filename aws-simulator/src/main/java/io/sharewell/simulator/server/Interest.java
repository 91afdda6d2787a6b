package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which of a request's parameters the journal keeps. Secrets such as external ids are not among them. */
final class Interest {

    private static final List<String> KEPT = List.of(
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
        Map<String, JsonNode> parameters = null;
        for (var name : KEPT) {
            var value = input == null ? null : input.get(name);
            if (value != null) {
                parameters = parameters == null ? new LinkedHashMap<>() : parameters;
                parameters.put(name, value);
            }
        }
        return parameters;
    }
}
