package io.sharewell.simulator.organization.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The demo's service control policies. */
final class DemoPolicies {

    static final String EUROPE_ONLY = "EuropeOnly";
    static final String NO_WELL_ARCHITECTED = "NoWellArchitected";

    private DemoPolicies() {}

    static Map<String, JsonNode> all() {
        return Map.of(EUROPE_ONLY, europeOnly(), NO_WELL_ARCHITECTED, noWellArchitected());
    }

    /** As AWS's documentation writes it: services that are global must be let through. */
    private static JsonNode europeOnly() {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        var statement = deny(document);
        List.of("iam:*", "organizations:*", "sts:*", "account:*", "support:*", "route53:*", "cloudfront:*")
                .forEach(statement.putArray("NotAction")::add);
        var regions =
                statement.putObject("Condition").putObject("StringNotEquals").putArray("aws:RequestedRegion");
        List.of("eu-central-1", "eu-north-1", "eu-west-1", "eu-west-2", "eu-west-3")
                .forEach(regions::add);
        return document;
    }

    private static JsonNode noWellArchitected() {
        var document = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        deny(document).put("Action", "wellarchitected:*");
        return document;
    }

    private static ObjectNode deny(ObjectNode document) {
        return document.putArray("Statement").addObject().put("Effect", "Deny").put("Resource", "*");
    }
}
