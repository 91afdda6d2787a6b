package io.sharewell.app.doctor;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.CredentialsFault;
import io.sharewell.aws.RegionKind;
import io.sharewell.aws.Scrubber;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** {@code sts:GetCallerIdentity}, which works whatever the policies say: so its failures are the credentials' own. */
final class IdentityCheck {

    private final Clients clients;
    private final DoctorSettings settings;
    private final Clock clock;

    IdentityCheck(Clients clients, DoctorSettings settings, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
    }

    Checked<Caller> check() {
        try {
            Caller caller = ask(settings.region());
            return caller.isRootUser() ? Checked.nothing(rootUser(caller)) : Checked.ok(caller, caller.arn());
        } catch (SdkServiceException e) {
            return Checked.nothing(refused(e));
        } catch (SdkException e) {
            return Checked.nothing(silent(e));
        }
    }

    private Caller ask(Region region) {
        GetCallerIdentityResponse answer = clients.sts(region).getCallerIdentity();
        if (answer.account() == null || answer.arn() == null) {
            throw SdkClientException.create("an answer that names no account");
        }
        return new Caller(AccountId.of(answer.account()), answer.arn(), ahead(answer));
    }

    /** The SDK corrects a wrong clock silently where AWS refuses its signatures; so the answer's own time is looked at. */
    private Optional<Duration> ahead(GetCallerIdentityResponse answer) {
        try {
            return answer.sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .map(theirs -> Duration.between(theirs, clock.instant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Finding refused(SdkServiceException refusal) {
        return switch (AwsFailures.classify(refusal, CallSite.of("sts", "GetCallerIdentity"))) {
            case AwsFailure.SetUpWrong it ->
                rejected(CredentialsFault.of(refusal), it.problem().detail());
            case AwsFailure.News it ->
                rejected(CredentialsFault.OTHER, it.problem().detail());
            case AwsFailure.SessionOver it -> rejected(CredentialsFault.SESSION_OVER, it.code());
            case AwsFailure.Trouble it -> unreachable(it.message());
            case AwsFailure.Bug _ -> throw refusal;
        };
    }

    private Finding silent(SdkException failure) {
        return switch (AwsFailures.classify(failure, CallSite.of("sts", "GetCallerIdentity"))) {
            case AwsFailure.Trouble it -> unreachable(it.message());
            case AwsFailure.SetUpWrong it ->
                rejected(CredentialsFault.OTHER, it.problem().detail());
            // An answer that the SDK cannot read is none of AWS's
            case AwsFailure.News _, AwsFailure.SessionOver _, AwsFailure.Bug _ ->
                unreachable(Scrubber.scrub(String.valueOf(failure.getMessage())));
        };
    }

    private Finding rejected(CredentialsFault fault, String seen) {
        return switch (fault) {
            case KEY_UNKNOWN -> unknownKey(seen);
            case SECRET_WRONG ->
                Finding.of(
                        Cause.SECRET_KEY_WRONG,
                        seen,
                        "AWS knows the access key, but its secret is another: copy the secret anew, without blanks and line"
                                + " ends. Where a proxy changes requests, the same happens.",
                        "aws sts get-caller-identity");
            case CLOCK_WRONG -> ClockCheck.wrong(seen);
            case SESSION_OVER ->
                Finding.of(
                        Cause.CREDENTIALS_EXPIRED,
                        seen,
                        "The temporary credentials of this shell are over: sign in again, or copy new ones (all three"
                                + " variables).",
                        "aws sts get-caller-identity");
            case OTHER ->
                Finding.of(
                        Cause.CREDENTIALS_REJECTED,
                        seen,
                        "AWS does not accept the credentials: check them, and the endpoint URL.",
                        "aws sts get-caller-identity");
        };
    }

    private Finding unknownKey(String seen) {
        if (RegionKind.of(settings.region()) == RegionKind.OPT_IN && isKnownAtHome()) {
            return Finding.of(
                    Cause.OWN_REGION_NOT_ENABLED,
                    seen,
                    "The credentials are good in " + settings.home() + ": the automation account has not enabled "
                            + settings.region() + ". Use another Region (--region " + settings.home()
                            + ", or AWS_REGION), or enable it.",
                    "aws account enable-region --region-name " + settings.region());
        }
        return Finding.of(
                Cause.KEY_UNKNOWN,
                seen,
                "AWS does not know the access key: it was deleted or mistyped, or belongs to another partition; with"
                        + " temporary credentials, AWS_SESSION_TOKEN is missing or of other ones.",
                "aws configure list",
                "aws sts get-caller-identity");
    }

    private boolean isKnownAtHome() {
        try {
            ask(settings.home());
            return true;
        } catch (SdkException _) {
            return false;
        }
    }

    private Finding unreachable(String seen) {
        String where = settings.endpointUrl()
                .map(url -> "Check --endpoint-url " + url + ": nothing that speaks AWS's protocols answers there")
                .orElse("Check the network, and HTTPS_PROXY and NO_PROXY: AWS's STS in " + settings.region()
                        + " does not answer");
        return Finding.of(Cause.AWS_UNREACHABLE, seen, where + ".", "curl -sS " + url());
    }

    private String url() {
        return settings.endpointUrl()
                .map(Object::toString)
                .orElse("https://sts." + settings.region() + ".amazonaws.com");
    }

    private static Finding rootUser(Caller caller) {
        return Finding.of(
                Cause.ROOT_USER,
                caller.arn(),
                "AWS lets no root user assume roles: use an IAM role or user of the automation account.");
    }
}
