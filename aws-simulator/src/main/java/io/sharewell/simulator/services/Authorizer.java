package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.iam.ContextKeys;
import io.sharewell.simulator.iam.Evaluation;
import io.sharewell.simulator.iam.Grant;
import io.sharewell.simulator.iam.IamRequest;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks the policies whether a call may be made, and words AWS's refusal. */
final class Authorizer {

    private final Organization organization;
    private final Propagation propagation;

    Authorizer(Organization organization, Propagation propagation) {
        this.organization = organization;
        this.propagation = propagation;
    }

    /**
     * Lets the call pass or refuses it.
     *
     * @param resource an ARN, or {@code *} for an action on no resource in particular
     */
    void check(Call call, String resource) {
        check(call, resource, null);
    }

    /** The same for a resource with tags. */
    void check(Call call, String resource, Map<String, String> resourceTags) {
        var refusal = refusal(call, request(call, resource, resourceTags), Grant.NONE);
        if (refusal != null) {
            throw denied(call, protocolOf(call), call.operation().action(), resource, refusal);
        }
    }

    /** Why the call's own action may not be done to a resource; null if it may. */
    String refusal(Call call, String resource) {
        return refusal(call, request(call, resource, null), Grant.NONE);
    }

    private IamRequest request(Call call, String resource, Map<String, String> resourceTags) {
        var context = context(call, resource, new TagKeys(tags(call), resourceTags));
        return new IamRequest(call.operation().action(), resource, context);
    }

    /** See {@link Evaluation#refusal}. */
    String refusal(Call call, IamRequest request, Grant grant) {
        return Evaluation.refusal(propagation.policies(call.caller(), call.now()), request, grant);
    }

    private static Map<String, String> tags(Call call) {
        var given = call.input().path("Tags");
        if (!given.isObject()) {
            return Map.of();
        }
        var tags = new LinkedHashMap<String, String>();
        given.properties().forEach(it -> tags.put(it.getKey(), it.getValue().asText()));
        return tags;
    }

    private static Protocol protocolOf(Call call) {
        return switch (call.operation().service()) {
            case "organizations", "ssm" -> Protocol.JSON;
            case "sts" -> Protocol.QUERY;
            default -> Protocol.REST_JSON;
        };
    }

    static AwsException denied(Call call, Protocol protocol, String action, String resource, String why) {
        return CommonError.ACCESS_DENIED.in(
                protocol,
                "User: " + call.caller().arn() + " is not authorized to perform: " + action + " on resource: "
                        + resource + (why == null ? "" : " " + why));
    }

    /** The context keys that every request has, and behind them those of a particular one. */
    ContextKeys context(Call call, String resource, ContextKeys more) {
        return new RequestContext(organization, call, resource, more);
    }
}
