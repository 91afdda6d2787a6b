package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Ids;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.iam.Effect;
import io.sharewell.simulator.iam.Grant;
import io.sharewell.simulator.iam.IamRequest;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.protocol.AwsException;

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
        var caller = call.caller().caller();
        var iam = new IamRequest(
                action, request.roleArn(), authorizer.context(call, request.roleArn(), RequestedSession.keys(request)));
        boolean trusted = role != null && account.isActive() && role.trust().effect(iam, caller) == Effect.ALLOW;
        // Within one account a trust policy that names the caller himself stands for his own policies' permission.
        var grant = trusted && account == call.account() ? role.trust().grant(iam, caller) : Grant.NONE;
        var refusal = authorizer.refusal(call, iam, grant);
        if (refusal != null || !trusted) {
            // Nothing tells a trust that does not fit from a role that is not there.
            throw Authorizer.denied(call, Protocol.QUERY, action, request.roleArn(), refusal);
        }
    }
}
