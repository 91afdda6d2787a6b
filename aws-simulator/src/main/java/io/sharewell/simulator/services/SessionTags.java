package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.protocol.AwsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of a session that is asked for, with those a chained session inherits. Names are alike in
 * whatever case.
 *
 * @param transitive those that the next session of the chain inherits
 */
record SessionTags(Map<String, String> all, Map<String, String> transitive) {

    static SessionTags of(Call call) {
        var inherited =
                call.caller() instanceof Identity.Session session ? session.transitiveTags() : Map.<String, String>of();
        var given = given(call);
        if (inherited.keySet().stream().anyMatch(given::containsKey)) {
            throw invalid("One of the specified transitive tag keys can't be set because it conflicts with a transitive"
                    + " tag key from the calling session.");
        }
        var all = new LinkedHashMap<>(inherited);
        all.putAll(given);
        var transitive = new LinkedHashMap<>(inherited);
        for (var key : call.input().path("TransitiveTagKeys")) {
            if (!given.containsKey(key.asText())) {
                throw invalid("The specified transitive tag key must be included in the requested tags.");
            }
            transitive.put(key.asText(), given.get(key.asText()));
        }
        return new SessionTags(all, transitive);
    }

    private static Map<String, String> given(Call call) {
        var given = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var tag : call.input().path("Tags")) {
            var before = given.put(tag.path("Key").asText(), tag.path("Value").asText());
            if (before != null) {
                throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
            }
        }
        return given;
    }

    private static AwsException invalid(String message) {
        return AwsException.undeclared("InvalidParameterValue", 400, message);
    }
}
