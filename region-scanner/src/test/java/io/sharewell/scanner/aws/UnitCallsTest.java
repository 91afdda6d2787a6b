package io.sharewell.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.events.AccountId;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.scanner.domain.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

/** Only the words: which failure is which is shown where the calls are made. */
class UnitCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final CallSite SITE = CallSite.of("wellarchitected", "ListWorkloads")
            .about(AccountId.of("123456789012"))
            .in(Region.of("eu-west-1"));

    private final UnitCalls calls = calls(Duration.ofSeconds(1));

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

    @Test
    void isHeldUpByTrouble() {
        assertHeldUp(calls, () -> fail("ThrottlingException", 429), Kind.TROUBLE);
    }

    @Test
    void isHeldUpWhenTheTimeIsOver() {
        assertHeldUp(calls(Duration.ZERO), () -> "called", Kind.TROUBLE);
    }

    @Test
    void isHeldUpWhenTheSessionIsOver() {
        assertHeldUp(calls, () -> fail("ExpiredTokenException", 403), Kind.SESSION_OVER);
    }

    @Test
    void isHeldUpWhenItHasNoTurn() {
        calls.call(SITE, () -> "first");

        assertHeldUp(calls, () -> "second", Kind.NO_TURN);
    }

    private static void assertHeldUp(UnitCalls calls, Supplier<String> call, Kind kind) {
        assertThatThrownBy(() -> calls.call(SITE, call))
                .isInstanceOfSatisfying(
                        HeldUpException.class, e -> assertThat(e.kind()).isEqualTo(kind));
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

    private static UnitCalls calls(Duration budget) {
        // One call and then none for an hour
        RateLimiter<CallSite> turns = new RateLimiter<>(1.0 / 3600, 1);
        return new UnitCalls(new BudgetedCalls(turns, Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC), budget));
    }
}
