package io.sharewell.app.doctor;

import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.aws.RoleForm;
import io.sharewell.broker.domain.Assumption;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * AWS says the same for a role that is missing, one under another path or name, one that does not trust us and one that
 * asks for another external id. What was asked differently from the usual is asked again as usual: if that works, the
 * difference was the cause.
 */
final class RoleAttempts {

    private static final String ROOT = "/";

    private final Roles roles;
    private final DoctorSettings settings;
    private final Caller caller;
    private final Purpose purpose;

    RoleAttempts(Roles roles, DoctorSettings settings, Caller caller, Purpose purpose) {
        this.roles = roles;
        this.settings = settings;
        this.caller = caller;
        this.purpose = purpose;
    }

    private record Attempt(Cause cause, RoleArn role, Optional<String> externalId, String what, String remedy) {}

    Finding explain(RoleArn role, String said) {
        List<Attempt> attempts = purpose == Purpose.ACCEPT ? List.of() : attempts(role);
        for (Attempt attempt : attempts) {
            if (works(attempt)) {
                return Finding.of(attempt.cause(), said, attempt.remedy());
            }
        }
        List<String> inVain = attempts.stream().map(Attempt::what).toList();
        return unexplained(role, inVain.isEmpty() ? said : said + " Tried in vain: " + String.join(", ", inVain) + ".");
    }

    private List<Attempt> attempts(RoleArn role) {
        List<Attempt> attempts = new ArrayList<>();
        RoleArn atRoot = new RoleArn(role.partition(), role.account(), ROOT, role.name());
        RoleArn usual = new RoleArn(role.partition(), role.account(), role.path(), RoleForm.USUAL_NAME);
        if (!role.path().equals(ROOT)) {
            attempts.add(new Attempt(
                    Cause.ROLE_UNDER_OTHER_PATH,
                    atRoot,
                    settings.externalId(),
                    "the path /",
                    "The role is there, under the path /: leave --role-path out (credential-broker.role-path)."));
        }
        if (!role.name().equals(RoleForm.USUAL_NAME)) {
            attempts.add(new Attempt(
                    Cause.ROLE_UNDER_OTHER_NAME,
                    usual,
                    settings.externalId(),
                    "the name " + RoleForm.USUAL_NAME,
                    "No " + role.name() + ", but a role " + RoleForm.USUAL_NAME
                            + " can be assumed: leave --role-name out (credential-broker.role-name), or roll the other"
                            + " role out."));
        }
        if (settings.externalId().isPresent()) {
            attempts.add(new Attempt(
                    Cause.EXTERNAL_ID_NOT_WANTED,
                    role,
                    Optional.empty(),
                    "no external id",
                    "Without an external id the role can be assumed: leave --external-id out"
                            + " (credential-broker.external-id), or let the trust policy ask for it."));
        }
        return attempts;
    }

    private boolean works(Attempt attempt) {
        try {
            return roles.assume(attempt.role(), attempt.externalId(), purpose, settings.region())
                    instanceof Assumption.Assumed;
        } catch (HeldUpException _) {
            return false;
        }
    }

    private Finding unexplained(RoleArn role, String said) {
        String externalId = settings.externalId().isPresent()
                ? "it asks for another external id than --external-id gives"
                : "it asks for an external id, and none is given (--external-id)";
        return Finding.of(
                purpose == Purpose.ACCEPT ? Cause.ACCEPTANCE_ROLE_NOT_ASSUMABLE : Cause.ROLE_NOT_ASSUMABLE,
                said,
                "AWS gives one and the same answer for each of these, so which it is cannot be told from here: there is no"
                        + " role " + role.name() + " with the path " + role.path()
                        + " in the account; its trust policy does not let " + caller.arn()
                        + " assume it (account, aws:PrincipalArn, aws:PrincipalOrgID); " + externalId
                        + "; a resource control policy denies it; AWS has suspended the account. Find out with these"
                        + " commands, the first in the account itself (whether the role is there, its path, whom it"
                        + " trusts, which external id it asks for), the others in the management account (whether the"
                        + " StackSet reached the account, which policies govern it, its state). deploy/iam/README.md,"
                        + " step 3, makes the role everywhere.",
                Commands.role(role.name()),
                "aws cloudformation list-stack-instances --stack-set-name sharewell-member-role --stack-instance-account "
                        + role.account(),
                "aws organizations list-policies-for-target --target-id " + role.account()
                        + " --filter RESOURCE_CONTROL_POLICY",
                "aws organizations describe-account --account-id " + role.account());
    }
}
