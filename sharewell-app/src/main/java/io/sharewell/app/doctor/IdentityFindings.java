package io.sharewell.app.doctor;

import io.sharewell.aws.CredentialsFault;
import io.sharewell.aws.RegionKind;
import java.util.function.BooleanSupplier;

/** What to say where AWS does not say who we are. */
final class IdentityFindings {

    private final DoctorSettings settings;
    private final BooleanSupplier knownAtHome;

    /** @param knownAtHome whether the credentials are good in the partition's first Region */
    IdentityFindings(DoctorSettings settings, BooleanSupplier knownAtHome) {
        this.settings = settings;
        this.knownAtHome = knownAtHome;
    }

    Finding rejected(CredentialsFault fault, String seen) {
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
        if (RegionKind.of(settings.region()) == RegionKind.OPT_IN && knownAtHome.getAsBoolean()) {
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

    Finding unreachable(String seen) {
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

    static Finding rootUser(Caller caller) {
        return Finding.of(
                Cause.ROOT_USER,
                caller.arn(),
                "AWS lets no root user assume roles: use an IAM role or user of the automation account.");
    }
}
