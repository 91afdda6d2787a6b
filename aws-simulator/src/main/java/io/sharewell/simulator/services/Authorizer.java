package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Organization;
import io.sharewell.simulator.iam.ContextKeys;
import io.sharewell.simulator.iam.Evaluation;
import io.sharewell.simulator.iam.IamRequest;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;
import java.util.List;

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
        var request =
                new IamRequest(call.operation().action(), resource, context(call.caller(), call.region(), _ -> null));
        var refusal = refusal(call, request);
        if (refusal != null) {
            throw denied(call, protocolOf(call), request.action(), resource, refusal);
        }
    }

    /** See {@link Evaluation#refusal}. */
    String refusal(Call call, IamRequest request) {
        return Evaluation.refusal(propagation.policies(call.caller(), call.now()), request);
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
    ContextKeys context(Identity caller, String region, ContextKeys more) {
        return key -> switch (key) {
            case "aws:requestedregion" -> List.of(region);
            case "aws:principalarn" -> List.of(caller.caller().principalArn());
            case "aws:principalaccount" -> List.of(caller.account().id());
            case "aws:principalorgid" -> caller.account().inOrganization() ? List.of(organization.id()) : null;
            case "aws:principalorgpaths" ->
                caller.account().inOrganization()
                        ? List.of(organization.id() + "/"
                                + caller.account().unit().idPath())
                        : null;
            case "aws:principaltype" -> List.of(caller instanceof Identity.User ? "User" : "AssumedRole");
            case "aws:userid" -> List.of(caller.userId());
            case "aws:username" -> caller instanceof Identity.User user ? List.of(user.name()) : null;
            case "aws:securetransport" -> List.of("true");
            case "aws:sourceidentity" ->
                caller instanceof Identity.Session session && session.sourceIdentity() != null
                        ? List.of(session.sourceIdentity())
                        : null;
            default -> key.startsWith("aws:principaltag/") ? tag(caller, key) : more.values(key);
        };
    }

    private static List<String> tag(Identity caller, String key) {
        if (!(caller instanceof Identity.Session session)) {
            return null;
        }
        var name = key.substring("aws:principaltag/".length());
        return session.tags().entrySet().stream()
                .filter(it -> it.getKey().equalsIgnoreCase(name))
                .map(it -> List.of(it.getValue()))
                .findFirst()
                .orElse(null);
    }
}
