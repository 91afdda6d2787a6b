package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.model.StsException;

class CredentialsFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InvalidClientTokenId        | 403 | The security token included in the request is invalid.   | KEY_UNKNOWN
            UnrecognizedClientException | 400 | The security token included in the request is invalid.   | KEY_UNKNOWN
            ExpiredToken                | 403 | The security token included in the request is expired    | SESSION_OVER
            ExpiredTokenException       | 400 | The security token included in the request is expired    | SESSION_OVER
            SignatureDoesNotMatch       | 403 | The request signature we calculated does not match       | SECRET_WRONG
            SignatureDoesNotMatch       | 403 | Signature expired: 20261121T1200Z is now earlier than …  | CLOCK_WRONG
            InvalidSignatureException   | 400 | Signature not yet current: 20261121T1200Z is still later | CLOCK_WRONG
            RequestExpired              | 400 | Request has expired.                                     | CLOCK_WRONG
            RequestTimeTooSkewed        | 403 | The difference is too large.                             | CLOCK_WRONG
            AccessDenied                | 403 | no                                                       | OTHER
            """)
    void tellsWhatIsWrongWithTheCredentials(String code, int status, String text, CredentialsFault fault) {
        assertThat(CredentialsFault.of(StsException.builder()
                        .statusCode(status)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage(text)
                                .build())
                        .message(text)
                        .build()))
                .isEqualTo(fault);
    }
}
