package io.sharewell.simulator.services;

import io.sharewell.simulator.iam.ContextKeys;
import java.util.List;

/** The condition keys of an AssumeRole. */
record RequestedSession(AssumeRoleRequest request, TagKeys tags) implements ContextKeys {

    static ContextKeys keys(AssumeRoleRequest request) {
        return new RequestedSession(request, new TagKeys(request.tags(), null));
    }

    @Override
    public List<String> values(String key) {
        return switch (key) {
            case "sts:externalid" -> optional(request.externalId());
            case "sts:rolesessionname" -> List.of(request.sessionName());
            case "sts:sourceidentity" -> optional(request.sourceIdentity());
            case "sts:transitivetagkeys" ->
                request.transitiveTags().isEmpty()
                        ? null
                        : List.copyOf(request.transitiveTags().keySet());
            default -> tags.values(key);
        };
    }

    private static List<String> optional(String value) {
        return value == null ? null : List.of(value);
    }
}
