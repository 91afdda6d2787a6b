package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.iam.ContextKeys;
import io.sharewell.simulator.iam.Effect;
import io.sharewell.simulator.iam.IamRequest;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.protocol.AwsException;
import java.util.List;
import java.util.Locale;

/** Whether a caller may assume a role: his own policies and the role's trust policy must both say so. */
final class RoleAccess {

    private final Cloud cloud;
    private final Authorizer authorizer;
    private final Propagation propagation;

    RoleAccess(Cloud cloud, Authorizer authorizer, Propagation propagation) {
        this.cloud = cloud;
        this.authorizer = authorizer;
        this.propagation = propagation;
    }

    String roleId(Account account, Role role) {
        return "AROA" + Ids.upper(account.id().hashCode(), role.name(), 17);
    }

    /**
     * The role, if it may be assumed.
     *
     * @throws AwsException AccessDenied, with one and the same text for a role that does not exist, one that does
     *     not trust the caller, and an account that is not active
     */
    Role assumable(Call call, AssumeRoleRequest request) {
        var account = cloud.organization().account(request.accountId());
        var role = account == null ? null : cloud.roles().find(account, request.roleName());
        if (role != null && !(role.path().equals(request.rolePath()) && propagation.knows(role, call.now()))) {
            role = null;
        }
        check(call, request, role, account, "sts:AssumeRole");
        if (request.sourceIdentity() != null) {
            check(call, request, role, account, "sts:SetSourceIdentity");
        }
        if (!request.tags().isEmpty()) {
            check(call, request, role, account, "sts:TagSession");
        }
        return role;
    }

    private void check(Call call, AssumeRoleRequest request, Role role, Account account, String action) {
        var iam = new IamRequest(
                action, request.roleArn(), authorizer.context(call.caller(), call.region(), keys(request)));
        boolean trusted = role != null
                && account.isActive()
                && role.trust().effect(iam, call.caller().caller()) == Effect.ALLOW;
        var refusal = authorizer.refusal(call, iam);
        // Within one account a trust policy that names the caller is enough, unless something denies.
        boolean named = trusted
                && account == call.account()
                && role.trust().allowsByName(iam, call.caller().caller())
                && refusal != null
                && refusal.startsWith("because no identity-based policy");
        if (refusal != null && !named) {
            throw denied(call, action, request, refusal);
        }
        if (!trusted || changesSourceIdentity(call, request)) {
            throw denied(call, action, request, null);
        }
    }

    /** A chained session keeps the identity it was given first. */
    private static boolean changesSourceIdentity(Call call, AssumeRoleRequest request) {
        return call.caller() instanceof Identity.Session session
                && session.sourceIdentity() != null
                && !session.sourceIdentity().equals(request.sourceIdentity());
    }

    private static AwsException denied(Call call, String action, AssumeRoleRequest request, String why) {
        return Authorizer.denied(call, Protocol.QUERY, action, request.roleArn(), why);
    }

    private static ContextKeys keys(AssumeRoleRequest request) {
        return key -> switch (key) {
            case "sts:externalid" -> request.externalId() == null ? null : List.of(request.externalId());
            case "sts:rolesessionname" -> List.of(request.sessionName());
            case "sts:sourceidentity" -> request.sourceIdentity() == null ? null : List.of(request.sourceIdentity());
            case "aws:tagkeys" ->
                request.tags().isEmpty() ? null : List.copyOf(request.tags().keySet());
            case "sts:transitivetagkeys" ->
                request.transitiveTags().isEmpty()
                        ? null
                        : List.copyOf(request.transitiveTags().keySet());
            default -> requestTag(request, key);
        };
    }

    private static List<String> requestTag(AssumeRoleRequest request, String key) {
        var prefix = "aws:requesttag/";
        if (!key.startsWith(prefix)) {
            return null;
        }
        return request.tags().entrySet().stream()
                .filter(it -> it.getKey().toLowerCase(Locale.ROOT).equals(key.substring(prefix.length())))
                .map(it -> List.of(it.getValue()))
                .findFirst()
                .orElse(null);
    }
}
