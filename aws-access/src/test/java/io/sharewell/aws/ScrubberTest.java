package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final String TOKEN = "IQoJb3JpZ2luX2VjEJr//////////wEaCXVzLWVhc3QtMSJHMEUCIQ".repeat(5) + "==";

    @Test
    void takesOutAccessKeyIds() {
        assertThat(Scrubber.scrub("key AKIAIOSFODNN7EXAMPLE and ASIAIOSFODNN7EXAMPLE."))
                .isEqualTo("key <access key id> and <access key id>.");
    }

    @Test
    void takesOutSecretKeys() {
        assertThat(Scrubber.scrub("it was " + SECRET + ", was it")).isEqualTo("it was <secret>, was it");
    }

    @Test
    void takesOutSessionTokens() {
        assertThat(Scrubber.scrub("token '" + TOKEN + "' is invalid")).isEqualTo("token '<token>' is invalid");
    }

    @Test
    void takesOutSignatures() {
        assertThat(Scrubber.scrub("expected " + "0123456789abcdef".repeat(4) + " instead"))
                .isEqualTo("expected <signature> instead");
    }

    @Test
    void takesOutEMailAddresses() {
        assertThat(Scrubber.scrub("owner jane.doe+aws@mail.example.org left")).isEqualTo("owner <e-mail address> left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-security-token:canary\nhost:x",
                "https://h/?X-Amz-Security-Token=canary&X-Amz-Date=1",
                "https://h/?X-Amz-Signature=canary",
                "{\"SecretAccessKey\": \"canary\"}",
                "{\"sessionToken\":\"canary\",\"a\":1}",
                "secretAccessKey=canary, accountId=1",
                "AWS_SECRET_ACCESS_KEY=canary",
                "aws_session_token = canary",
                "<SessionToken>canary</SessionToken>",
                "<SecretAccessKey>canary</SecretAccessKey>",
                "Authorization: AWS4-HMAC-SHA256 Credential=canary/2026/x, SignedHeaders=host, Signature=canary",
                "\"authorization\":\"Bearer canary\"",
                "password: canary"
            })
    void takesOutWhatIsNamedASecret(String text) {
        assertThat(Scrubber.scrub(text)).contains("***").doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "User: arn:aws:sts::111122223333:assumed-role/WellArchitectedShares/sweep-0197 is not authorized to"
                        + " perform: wellarchitected:ListWorkloads on resource: *",
                "arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef",
                "The security token included in the request is invalid.",
                "io.sharewell.aws.AwsClientsTest.doesSomethingWithAVeryLongMethodName(AwsClientsTest.java:42)",
                "request id 7a62c49f-347e-4fc4-9331-6e8eEXAMPLE",
                "commit 3f786850e387550fdab836ed7e6dc881de23001b"
            })
    void leavesAloneWhatIsNoSecret(String text) {
        assertThat(Scrubber.scrub(text)).isEqualTo(text);
    }

    @Test
    void takesOutWhatSignatureErrorsQuote() {
        String text = "The Canonical String for this request should have been\n'POST\n/\n\nhost:sts.amazonaws.com\n"
                + "x-amz-security-token:" + TOKEN + "\n\nhost;x-amz-security-token\n" + "ab".repeat(32) + "'";

        assertThat(Scrubber.scrub(text)).contains("host:sts.amazonaws.com").doesNotContain("IQoJ", "abab");
    }

    @Test
    void scrubsALongTextQuickly() {
        String text = ("aA0/" + "-".repeat(100) + "@").repeat(5_000);

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Scrubber.scrub(text));
    }

    @Test
    void hasNothingToTakeOutOfNothing() {
        assertThat(Scrubber.scrub(null)).isNull();
    }
}
