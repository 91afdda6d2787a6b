package io.sharewell.app.doctor;

import io.sharewell.aws.AwsFailure;
import io.sharewell.aws.AwsFailures;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.CredentialsFault;
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
    private final IdentityFindings findings;

    IdentityCheck(Clients clients, DoctorSettings settings, Clock clock) {
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
        this.findings = new IdentityFindings(settings, this::isKnownAtHome);
    }

    Checked<Caller> check() {
        try {
            Caller caller = ask(settings.region());
            return caller.isRootUser()
                    ? Checked.nothing(IdentityFindings.rootUser(caller))
                    : Checked.ok(caller, caller.arn());
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
                findings.rejected(CredentialsFault.of(refusal), it.problem().detail());
            case AwsFailure.News it ->
                findings.rejected(CredentialsFault.OTHER, it.problem().detail());
            case AwsFailure.SessionOver it -> findings.rejected(CredentialsFault.SESSION_OVER, it.code());
            case AwsFailure.Trouble it -> findings.unreachable(it.message());
            case AwsFailure.Bug _ -> throw refusal;
        };
    }

    private Finding silent(SdkException failure) {
        return switch (AwsFailures.classify(failure, CallSite.of("sts", "GetCallerIdentity"))) {
            case AwsFailure.Trouble it -> findings.unreachable(it.message());
            case AwsFailure.SetUpWrong it ->
                findings.rejected(CredentialsFault.OTHER, it.problem().detail());
            // An answer that the SDK cannot read is none of AWS's
            case AwsFailure.News _, AwsFailure.SessionOver _, AwsFailure.Bug _ ->
                findings.unreachable(Scrubber.scrub(String.valueOf(failure.getMessage())));
        };
    }

    private boolean isKnownAtHome() {
        try {
            ask(settings.home());
            return true;
        } catch (SdkException _) {
            return false;
        }
    }
}
