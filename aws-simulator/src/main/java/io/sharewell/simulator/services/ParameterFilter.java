package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.protocol.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A filter of a GetParametersByPath. The public parameters have no key and no labels and are all of type String, so that
 * a filter lets all of them pass or none.
 *
 * @param values the parameter's must be, or begin with, one of these
 */
record ParameterFilter(String key, boolean beginning, List<String> values) {

    private static final Set<String> KEYS = Set.of("Type", "KeyId", "Label");
    private static final String BEGINS_WITH = "BeginsWith";
    private static final String TYPE = "String";

    /** Whether all of a call's filters let the public parameters pass. */
    static boolean allPass(Call call) {
        boolean pass = true;
        for (var filter : call.input().path("ParameterFilters")) {
            pass &= of(filter).passes();
        }
        return pass;
    }

    /** Throws what the documentation says of keys and options that other operations of SSM know. */
    private static ParameterFilter of(JsonNode filter) {
        var key = filter.path("Key").asText();
        if (!KEYS.contains(key)) {
            throw AwsException.modelled("InvalidFilterKey", null);
        }
        var option = filter.path("Option").asText("Equals");
        boolean beginning = option.equals(BEGINS_WITH) && !key.equals("Label");
        if (!beginning && !option.equals("Equals")) {
            throw AwsException.modelled(
                    "InvalidFilterOption",
                    "The filter option " + option + " isn't valid for " + key + ". Valid options include: Equals"
                            + (key.equals("Label") ? "" : ", " + BEGINS_WITH) + ".");
        }
        var values = new ArrayList<String>();
        filter.path("Values").forEach(it -> values.add(it.asText()));
        if (values.isEmpty()) {
            throw AwsException.modelled("InvalidFilterValue", "The filter " + key + " needs a value.");
        }
        return new ParameterFilter(key, beginning, values);
    }

    private boolean passes() {
        return key.equals("Type") && values.stream().anyMatch(it -> beginning ? TYPE.startsWith(it) : TYPE.equals(it));
    }
}
