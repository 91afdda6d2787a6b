package io.sharewell.app.doctor;

import io.sharewell.aws.Scrubber;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;

/** Whether this process has AWS credentials at all. Asks AWS only where the credentials' way leads there. */
final class CredentialsCheck {

    // The SDK's words where a profile of IAM Identity Center has no sign-in, or an old one
    private static final List<String> SIGNED_OUT =
            List.of("sso token", "sso session", "sso login", "token is expired", "/sso/cache/");

    private final AwsCredentialsProvider provider;

    CredentialsCheck(AwsCredentialsProvider provider) {
        this.provider = provider;
    }

    Checked<AwsCredentials> check() {
        try {
            AwsCredentials credentials = provider.resolveCredentials();
            return Checked.ok(
                    credentials,
                    credentials instanceof AwsSessionCredentials ? "found, temporary ones" : "found, a long-lived key");
        } catch (IllegalArgumentException e) {
            // The parser of profile files; its message names the line, not what stands in it
            return Checked.nothing(Finding.of(
                    Cause.PROFILE_FILE_BROKEN,
                    Scrubber.scrub(String.valueOf(e.getMessage())),
                    "A file of AWS profiles (~/.aws/config, ~/.aws/credentials, or what AWS_CONFIG_FILE and"
                            + " AWS_SHARED_CREDENTIALS_FILE name) cannot be read: correct the line.",
                    "aws configure list"));
        } catch (SdkException e) {
            return Checked.nothing(missing(Scrubber.scrub(String.valueOf(e.getMessage()))));
        }
    }

    private static Finding missing(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        if (SIGNED_OUT.stream().anyMatch(lower::contains)) {
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
