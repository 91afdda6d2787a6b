package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.writer.domain.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Only the words: which failure is which is shown where the calls are made. */
class RecordCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final CallSite SITE = CallSite.of("wellarchitected", "CreateWorkloadShare")
            .about(AccountId.of("123456789012"))
            .in(Region.of("eu-west-1"));

    private final RecordCalls calls = new RecordCalls(new BudgetedCalls(
            new RateLimiter<>(1, 1), Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(1)));

    @Test
    void handsOnWhatAwsAnswers() {
        assertThat(calls.call(SITE, () -> "page")).isEqualTo(new Answer.Given<>("page"));
    }

    @Test
    void isRefusedWhenAskingAgainWouldNotHelp() {
        assertThat(calls.call(SITE, () -> fail("AccessDeniedException", 403)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.problem())
                        .extracting(Problem::reason)
                        .isEqualTo(Reason.DENIED));
    }

    @ParameterizedTest
    @CsvSource({"ResourceNotFoundException, 404, WORKLOAD_GONE", "ConflictException, 409, WORKLOAD_IN_USE"})
    void isOvertakenWhenThingsAreNotAsTheyWere(String code, int status, Reason reason) {
        assertThat(calls.call(SITE, () -> fail(code, status)))
                .isInstanceOfSatisfying(Answer.Overtaken.class, overtaken -> assertThat(overtaken.problem())
                        .extracting(Problem::reason)
                        .isEqualTo(reason));
    }

    private static String fail(String code, int status) {
        throw WellArchitectedException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("said by the test")
                        .build())
                .build();
    }
}
