package io.sharewell.aws;

import io.sharewell.aws.AwsFailure.News;
import io.sharewell.aws.AwsFailure.SessionOver;
import io.sharewell.aws.AwsFailure.SetUpWrong;
import io.sharewell.aws.AwsFailure.Trouble;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;

/** What an error answer of AWS means, by what was asked where. */
final class ErrorAnswers {

    private static final String CLOCK = "AWS does not accept the signature of the request: check the clock of this"
            + " machine, and proxies that change requests.";

    private final ErrorAnswer answer;
    private final CallSite site;

    ErrorAnswers(ErrorAnswer answer, CallSite site) {
        this.answer = answer;
        this.site = site;
    }

    AwsFailure meaning() {
        return switch (ErrorKind.of(answer)) {
            case THROTTLED, SERVER_ERROR, NOT_AWS -> trouble();
            case EXPIRED_TOKEN ->
                site.asOurselves() ? setUpWrong(Reason.CREDENTIALS_REJECTED) : new SessionOver(answer.code());
            case UNKNOWN_TOKEN -> site.asOurselves() ? setUpWrong(Reason.CREDENTIALS_REJECTED) : news(unknownToken());
            case BAD_SIGNATURE ->
                site.asOurselves() ? setUpWrong(Reason.CREDENTIALS_REJECTED) : news(Reason.TOKEN_REJECTED, CLOCK);
            case BAD_IDENTITY -> setUpWrong(Reason.CREDENTIALS_REJECTED);
            case ACCESS_DENIED -> denied();
            case STS_REGION_DISABLED -> news(Reason.STS_REGION_DISABLED);
            case NO_ORGANIZATION -> setUpWrong(Reason.NOT_IN_AN_ORGANIZATION);
            case QUOTA_EXCEEDED -> news(Reason.QUOTA_REACHED);
            case INVALID -> news(invalid());
            case NOT_FOUND -> news(notFound());
            case CONFLICT -> news(conflict());
            case OTHER -> news(Reason.UNEXPECTED);
        };
    }

    // AWS answers the same for a Region that an account does not have and for a session it does not know.
    private Reason unknownToken() {
        return switch (site.regionKind()) {
            case OPT_IN -> Reason.REGION_NOT_ENABLED;
            case ENABLED_BY_DEFAULT, UNKNOWN -> Reason.TOKEN_REJECTED;
        };
    }

    private AwsFailure denied() {
        // Under any call of ours the SDK may renew the pod's own credentials, and be denied that.
        if (answer.text().contains("sts:AssumeRoleWithWebIdentity")) {
            return setUpWrong(Reason.CREDENTIALS_REJECTED);
        }
        if (site.isAssumeRole()) {
            return news(Reason.ROLE_NOT_ASSUMABLE);
        }
        if (site.action().equals("organizations:ListAccounts")) {
            return setUpWrong(Reason.LIST_ACCOUNTS_DENIED);
        }
        Denial denial = new Denial(answer.text(), site);
        return denial.byServiceControlPolicy() ? news(Reason.DENIED_BY_SCP) : news(Reason.DENIED, denial.remedy());
    }

    private Reason invalid() {
        return switch (site.service()) {
            case "sts" -> Reason.ROLE_SETTINGS_REJECTED;
            case "wellarchitected" -> site.isAboutOneWorkload() ? Reason.REJECTED_BY_AWS : Reason.UNEXPECTED;
            default -> Reason.UNEXPECTED;
        };
    }

    private Reason notFound() {
        if (site.isAboutInvitations()) {
            return Reason.INVITATION_GONE;
        }
        return site.isAboutOneWorkload() ? Reason.WORKLOAD_GONE : Reason.UNEXPECTED;
    }

    // For an invitation AWS says that it "has already been processed, was deleted": somebody answered it.
    private Reason conflict() {
        if (site.isAboutInvitations()) {
            return Reason.INVITATION_GONE;
        }
        return site.isAboutOneWorkload() ? Reason.WORKLOAD_IN_USE : Reason.UNEXPECTED;
    }

    private News news(Reason reason) {
        return news(reason, reason.remedy());
    }

    private News news(Reason reason, String remedy) {
        return new News(new Problem(reason, answer.detail(), remedy), answer.status());
    }

    private SetUpWrong setUpWrong(Reason reason) {
        return new SetUpWrong(Problem.of(reason, site.action() + ": " + answer.detail()));
    }

    private Trouble trouble() {
        return new Trouble(
                answer.code(), site.action() + " failed with status " + answer.status() + ", " + answer.detail());
    }
}
