package io.sharewell.app.doctor;

import io.sharewell.aws.Denier;
import io.sharewell.broker.aws.RoleArn;
import io.sharewell.broker.domain.Assumption;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.seal.SessionCredentials;
import java.util.Optional;

/** Whether a role can be assumed; where not, why, as far as AWS tells or other attempts do. */
final class RoleCheck {

    private final Roles roles;
    private final DoctorSettings settings;
    private final Caller caller;
    private final Purpose purpose;

    RoleCheck(Roles roles, DoctorSettings settings, Caller caller, Purpose purpose) {
        this.roles = roles;
        this.settings = settings;
        this.caller = caller;
        this.purpose = purpose;
    }

    Checked<SessionCredentials> check(RoleArn role) {
        return check(role, settings.region());
    }

    private Checked<SessionCredentials> check(RoleArn role, Region region) {
        try {
            return switch (roles.assume(role, settings.externalId(), purpose, region)) {
                case Assumption.Assumed it -> Checked.ok(it.credentials(), "can be assumed");
                case Assumption.Refused it -> refused(role, it.problem(), region);
            };
        } catch (HeldUpException e) {
            return Checked.nothing(Answer.noAnswer(e.getMessage()));
        }
    }

    private Checked<SessionCredentials> refused(RoleArn role, Problem problem, Region region) {
        return switch (problem.reason()) {
            case ROLE_NOT_ASSUMABLE -> Checked.nothing(denied(role, problem.detail()));
            case STS_REGION_DISABLED -> regionNotActive(role, problem, region);
            case ROLE_SETTINGS_REJECTED ->
                Checked.nothing(Finding.of(
                        Cause.ROLE_SETTINGS_REJECTED,
                        problem.detail(),
                        "AWS does not accept how the role is asked for: see its words. Sessions of one hour are asked for, so"
                                + " the role's maximum must not be less.",
                        Commands.role(role.name())));
            default -> Checked.nothing(Answer.unexpected(problem));
        };
    }

    private Finding denied(RoleArn role, String said) {
        Denier denier = Denier.of(said);
        return switch (denier) {
            case IDENTITY_POLICY, PERMISSIONS_BOUNDARY, SESSION_POLICY, VPC_ENDPOINT_POLICY ->
                Finding.of(
                        Cause.ASSUME_ROLE_NOT_ALLOWED,
                        said,
                        "It is not the role's fault: the " + denier.words() + " of " + caller.arn()
                                + " does not allow sts:AssumeRole on it. Allow it on "
                                + settings.roleArn("*") + ", as deploy/iam/credential-broker-policy.json does.",
                        "aws iam create-policy --policy-name sharewell-credential-broker --policy-document"
                                + " file://deploy/iam/credential-broker-policy.json");
            case SERVICE_CONTROL_POLICY ->
                Finding.of(
                        Cause.ASSUME_ROLE_DENIED_BY_SCP,
                        said,
                        "A service control policy that governs the automation account denies sts:AssumeRole: exempt "
                                + caller.arn() + " from it (in the management account).",
                        Commands.policyBehind(said, caller.account()));
            case RESOURCE_CONTROL_POLICY ->
                Finding.of(
                        Cause.ASSUME_ROLE_DENIED_BY_RCP,
                        said,
                        "A resource control policy that governs the role's account denies sts:AssumeRole: exempt the"
                                + " automation account from it (in the management account).",
                        Commands.policyBehind(said, role.account()));
            case TRUST_POLICY ->
                Finding.of(
                        Cause.TRUST_POLICY_DENIES,
                        said,
                        "The role exists, but its trust policy does not let " + caller.arn() + " assume it: name the"
                                + " automation account there, and the same external id.",
                        Commands.role(role.name()));
            case RESOURCE_POLICY, UNSAID -> new RoleAttempts(roles, settings, caller, purpose).explain(role, said);
        };
    }

    /** The partition's first Region cannot be switched off: with its STS the other checks can go on. */
    private Checked<SessionCredentials> regionNotActive(RoleArn role, Problem problem, Region region) {
        Region home = settings.home();
        Finding finding = Finding.of(
                Cause.STS_REGION_NOT_ACTIVE,
                problem.detail(),
                "STS of " + region + " is not active for the account: activate it there (IAM console, Account settings,"
                        + " Security Token Service), or ask another Region's: --region " + home
                        + ", or credential-broker.sts-regions with several.");
        Optional<SessionCredentials> session =
                region.equals(home) ? Optional.empty() : check(role, home).learnt();
        return new Checked<>(finding, session);
    }
}
