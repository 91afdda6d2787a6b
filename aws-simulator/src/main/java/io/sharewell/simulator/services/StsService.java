package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Cloud;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Role;
import io.sharewell.simulator.iam.PolicySet;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Json;
import java.time.Duration;

/** AWS Security Token Service. */
final class StsService {

    private static final Duration CHAINED_SESSION = Duration.ofHours(1);

    private final Cloud cloud;
    private final RoleAccess access;
    private final SessionKeys keys = new SessionKeys();

    StsService(Cloud cloud, Authorizer authorizer, Propagation propagation) {
        this.cloud = cloud;
        this.access = new RoleAccess(cloud, authorizer, propagation);
    }

    void register(Handlers handlers) {
        handlers.add("sts.GetCallerIdentity", StsService::getCallerIdentity);
        handlers.add("sts.AssumeRole", this::assumeRole);
    }

    /** Works whatever the policies say. */
    private static ObjectNode getCallerIdentity(Call call) {
        return Json.object()
                .put("UserId", call.caller().userId())
                .put("Account", call.account().id())
                .put("Arn", call.caller().arn());
    }

    private ObjectNode assumeRole(Call call) {
        var request = AssumeRoleRequest.of(call);
        var sessionPolicies = SessionPolicies.read(call.input());
        checkChaining(call, request);
        var role = access.assumable(call, request);
        var account = cloud.organization().account(request.accountId());
        checkSourceIdentity(call, request);
        if (request.duration().compareTo(role.maxSessionDuration()) > 0) {
            throw invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        checkRegion(call, account);
        var session = session(call, request, account, role, sessionPolicies);
        cloud.credentials().add(session);
        return answer(session, sessionPolicies.packedSize());
    }

    private static void checkChaining(Call call, AssumeRoleRequest request) {
        boolean chained = call.caller() instanceof Identity.Session;
        if (chained && request.duration().compareTo(CHAINED_SESSION) > 0) {
            throw invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
                    + " chaining.");
        }
    }

    /** A chained session keeps the identity it was given first. */
    private static void checkSourceIdentity(Call call, AssumeRoleRequest request) {
        boolean changed = call.caller() instanceof Identity.Session session
                && session.sourceIdentity() != null
                && !session.sourceIdentity().equals(request.sourceIdentity());
        if (changed) {
            throw invalid("The source identity is already set for this assume role session");
        }
    }

    /** The account whose role it is decides where STS is active, not the caller's. */
    private static void checkRegion(Call call, Account account) {
        if (account.stsDisabledRegions().contains(call.region()) || !account.hasEnabled(call.region())) {
            throw AwsException.modelled(
                    "RegionDisabledException",
                    "STS is not activated in this region for account:" + account.id()
                            + ". Your account administrator can activate STS in this region using the IAM Console.");
        }
    }

    private Identity.Session session(
            Call call, AssumeRoleRequest request, Account account, Role role, SessionPolicies policies) {
        return new Identity.Session(
                account,
                role,
                access.roleId(account, role),
                request.sessionName(),
                keys.accessKeyId(),
                keys.secretAccessKey(),
                keys.token(),
                call.now(),
                call.now().plus(request.duration()),
                new PolicySet(role.permissions(), role.boundary(), policies.policies(), account.levels()),
                request.sourceIdentity(),
                request.tags(),
                request.transitiveTags());
    }

    private static ObjectNode answer(Identity.Session session, int packedSize) {
        var answer = Json.object();
        answer.putObject("AssumedRoleUser")
                .put("AssumedRoleId", session.userId())
                .put("Arn", session.arn());
        answer.putObject("Credentials")
                .put("AccessKeyId", session.accessKeyId())
                .put("SecretAccessKey", session.secretAccessKey())
                .put("SessionToken", session.token())
                .put("Expiration", Timestamps.of(session.expiresAt()));
        if (packedSize > 0) {
            answer.put("PackedPolicySize", packedSize);
        }
        if (session.sourceIdentity() != null) {
            answer.put("SourceIdentity", session.sourceIdentity());
        }
        return answer;
    }

    static AwsException invalid(String message) {
        return AwsException.undeclared("ValidationError", 400, message);
    }
}
