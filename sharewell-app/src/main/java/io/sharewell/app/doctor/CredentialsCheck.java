package io.sharewell.app.doctor;

import io.sharewell.aws.Scrubber;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether this process has AWS credentials at all, and from where. Asks AWS only where the credentials' way leads there. */
final class CredentialsCheck {

    // By the providers' business metrics, which are all that the SDK tells of where credentials come from
    private static final Map<String, String> PLACES = Map.of(
            "EnvironmentVariableCredentialsProvider", "the environment",
            "SystemPropertyCredentialsProvider", "Java system properties",
            "ProfileCredentialsProvider", "a profile",
            "WebIdentityTokenFileCredentialsProvider", "a web identity token",
            "ContainerCredentialsProvider", "the container's role",
            "InstanceProfileCredentialsProvider", "the instance's role");

    private final AwsCredentialsProvider provider;

    CredentialsCheck(AwsCredentialsProvider provider) {
        this.provider = provider;
    }

    Checked<AwsCredentials> check() {
        try {
            AwsCredentials credentials = provider.resolveCredentials();
            return Checked.ok(credentials, "found" + place(credentials));
        } catch (SdkException e) {
            return Checked.nothing(missing(Scrubber.scrub(String.valueOf(e.getMessage()))));
        }
    }

    private static String place(AwsCredentials credentials) {
        return credentials.providerName().map(PLACES::get).map(place -> " in " + place).orElse("");
    }

    private static Finding missing(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (lower.contains("sso") && (lower.contains("expired") || lower.contains("aws sso login"))) {
            return Finding.of(
                    Cause.SSO_SESSION_OVER,
                    said,
                    "The sign-in to IAM Identity Center is over: sign in again, with the same AWS_PROFILE.",
                    "aws sso login");
        }
        return Finding.of(
                Cause.CREDENTIALS_MISSING,
                said,
                "Give this shell credentials of the automation account: set AWS_PROFILE to a profile that 'aws configure"
                        + " list-profiles' names, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN"
                        + " if they are temporary).",
                "aws configure list",
                "aws sts get-caller-identity");
    }
}
