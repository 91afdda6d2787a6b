package io.sharewell.simulator.services;

import io.sharewell.simulator.iam.ContextKeys;
import java.util.List;
import java.util.Map;

/**
 * The condition keys of tags: those a request brings and those its resource has.
 *
 * @param resource null if the request is about no resource with tags
 */
record TagKeys(Map<String, String> request, Map<String, String> resource) implements ContextKeys {

    @Override
    public List<String> values(String key) {
        if (key.equals("aws:tagkeys")) {
            return request.isEmpty() ? null : List.copyOf(request.keySet());
        }
        var requested = RequestContext.tag("aws:requesttag/", request, key);
        return requested != null || resource == null
                ? requested
                : RequestContext.tag("aws:resourcetag/", resource, key);
    }
}
