package io.sharewell.simulator.iam;

import io.sharewell.simulator.iam.Grant.Kind;
import java.util.List;

/** AWS's evaluation logic: any explicit deny first, then every kind of policy must allow. */
public final class Evaluation {

    private Evaluation() {}

    /**
     * Judges a request.
     *
     * @return null if it is allowed, else the end of AWS's sentence, such as {@code because no
     *     identity-based policy allows the sts:AssumeRole action}
     */
    public static String refusal(PolicySet policies, IamRequest request) {
        return refusal(policies, request, Grant.NONE);
    }

    /** The same for a request that the policy of a resource of the caller's own account allows. */
    public static String refusal(PolicySet policies, IamRequest request, Grant grant) {
        var denied = explicitDeny(policies, request);
        return denied != null ? denied : missingAllow(policies, request, grant);
    }

    private static String explicitDeny(PolicySet policies, IamRequest request) {
        for (var level : policies.organization()) {
            for (var scp : level.policies()) {
                if (scp.policy().effect(request) == Effect.DENY) {
                    return "with an explicit deny in a service control policy: " + scp.arn();
                }
            }
        }
        if (any(policies.identity(), request, Effect.DENY)) {
            return "with an explicit deny in an identity-based policy";
        }
        if (policies.boundary() != null && policies.boundary().effect(request) == Effect.DENY) {
            return "with an explicit deny in a permissions boundary";
        }
        if (policies.session() != null && any(policies.session(), request, Effect.DENY)) {
            return "with an explicit deny in a session policy";
        }
        return null;
    }

    private static String missingAllow(PolicySet policies, IamRequest request, Grant grant) {
        for (var level : policies.organization()) {
            if (level.policies().stream().noneMatch(it -> it.policy().effect(request) == Effect.ALLOW)) {
                return because("service control policy", request);
            }
        }
        if (!grant.spares(Kind.IDENTITY) && !any(policies.identity(), request, Effect.ALLOW)) {
            return because("identity-based policy", request);
        }
        if (!grant.spares(Kind.BOUNDARY)
                && policies.boundary() != null
                && policies.boundary().effect(request) != Effect.ALLOW) {
            return because("permissions boundary", request);
        }
        if (!grant.spares(Kind.SESSION)
                && policies.session() != null
                && !any(policies.session(), request, Effect.ALLOW)) {
            return because("session policy", request);
        }
        return null;
    }

    private static boolean any(List<Policy> policies, IamRequest request, Effect effect) {
        for (var policy : policies) {
            if (policy.effect(request) == effect) {
                return true;
            }
        }
        return false;
    }

    private static String because(String kind, IamRequest request) {
        return "because no " + kind + " allows the " + request.action() + " action";
    }
}
