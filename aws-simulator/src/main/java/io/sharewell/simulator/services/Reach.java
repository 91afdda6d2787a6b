package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.iam.PolicySet;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import java.time.Instant;
import java.util.Map;

/** What somebody could do, if he tried. Trying leaves no trace. */
final class Reach {

    private final Cloud cloud;
    private final Identity caller;
    private final Instant now;
    private final Authorizer authorizer;
    private final RoleAccess access;

    Reach(Cloud cloud, Identity caller, Instant now, Propagation propagation, Authorizer authorizer) {
        this.cloud = cloud;
        this.caller = caller;
        this.now = now;
        this.authorizer = authorizer;
        this.access = new RoleAccess(cloud, authorizer, propagation);
    }

    /**
     * The session he gets of a role.
     *
     * @param externalId null: none
     * @return null if there is no such role or he may not assume it
     */
    Identity.Session session(Account account, String roleName, String externalId) {
        var role = cloud.roles().find(account, roleName);
        return role != null && isAssumable(role.arn(account.id()), externalId) ? session(account, role) : null;
    }

    private boolean isAssumable(String roleArn, String externalId) {
        var input = Json.object().put("RoleArn", roleArn).put("RoleSessionName", "reach");
        if (externalId != null) {
            input.put("ExternalId", externalId);
        }
        // For roles every Region is as good as another.
        var call = new Call(operation("sts", "AssumeRole"), "us-east-1", caller, input, now, () -> {});
        try {
            access.assumable(call, AssumeRoleRequest.of(call));
            return true;
        } catch (AwsException _) {
            return false;
        }
    }

    private Identity.Session session(Account account, Role role) {
        return new Identity.Session(
                account,
                role,
                "reach",
                "reach",
                null,
                null,
                null,
                now,
                null,
                new PolicySet(role.permissions(), role.boundary(), null, account.levels()),
                null,
                Map.of(),
                Map.of());
    }

    /** A call of Well-Architected that he might make with a session. */
    Call call(Identity.Session session, String region, String operation) {
        return new Call(operation("wellarchitected", operation), region, session, Json.object(), now, () -> {});
    }

    boolean allows(Call call, String resource) {
        return authorizer.refusal(call, resource) == null;
    }

    private static OperationModel operation(String service, String name) {
        return ServiceModels.load().service(service).operations().get(name);
    }
}
