package io.sharewell.scanner.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.HeldUpException;
import io.sharewell.scanner.domain.HeldUpException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

class UnitCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final CallSite SITE = site("ListWorkloads", "eu-west-1");

    private final UnitCalls calls = calls(NOW.plusSeconds(1));

    @Test
    void handsOnWhatAwsAnswers() {
        assertThat(calls.call(SITE, () -> "page")).isEqualTo(new Answer.Given<>("page"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AccessDeniedException,       403, eu-west-1, DENIED
            UnrecognizedClientException, 403, eu-west-1, TOKEN_REJECTED
            UnrecognizedClientException, 403, ap-east-1, REGION_NOT_ENABLED
            ValidationException,         400, eu-west-1, REJECTED_BY_AWS
            TeapotException,             418, eu-west-1, UNEXPECTED
            """)
    void isRefusedWhenAskingAgainWouldNotHelp(String code, int status, String region, Reason reason) {
        assertThat(calls.call(site("ListWorkloads", region), () -> fail(code, status)))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(refused.problem())
                        .extracting(Problem::reason)
                        .isEqualTo(reason));
    }

    @Test
    void namesTheActionThatTheRoleLacks() {
        Answer<String> answer = calls.call(SITE, () -> fail("AccessDeniedException", 403));

        assertThat(((Answer.Refused<String>) answer).problem().remedy()).contains("wellarchitected:ListWorkloads");
    }

    @ParameterizedTest
    @CsvSource({
        "ThrottlingException, 429, TROUBLE",
        "InternalServerException, 500, TROUBLE",
        "ExpiredTokenException, 403, SESSION_OVER"
    })
    void isHeldUpWhenItMayWorkLater(String code, int status, Kind kind) {
        assertHeldUp(calls, () -> fail(code, status), kind);
    }

    @Test
    void isHeldUpWhenAwsDoesNotAnswer() {
        assertHeldUp(
                calls,
                () -> {
                    throw ApiCallTimeoutException.create(30_000);
                },
                Kind.TROUBLE);
    }

    @Test
    void doesNotCallWhenTheTimeIsOver() {
        assertHeldUp(calls(NOW), () -> "called", Kind.TROUBLE);
    }

    @Test
    void waitsForItsTurnPerOperationAndNotForever() {
        calls.call(SITE, () -> "first");

        assertHeldUp(calls, () -> "second", Kind.NO_TURN);
        assertThat(calls.call(site("ListShareInvitations", "eu-west-1"), () -> "other"))
                .isEqualTo(new Answer.Given<>("other"));
        assertThat(calls.call(site("ListWorkloads", "eu-west-2"), () -> "other"))
                .isEqualTo(new Answer.Given<>("other"));
    }

    @Test
    void passesOnABugAsItIs() {
        IllegalStateException bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> calls.call(SITE, () -> {
                    throw bug;
                }))
                .isSameAs(bug);
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

    private static UnitCalls calls(Instant deadline) {
        // One call and then none for an hour
        RateLimiter<CallSite> turns = new RateLimiter<>(1.0 / 3600, 1);
        return new UnitCalls(turns, Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC), deadline);
    }

    private static CallSite site(String operation, String region) {
        return CallSite.of("wellarchitected", operation)
                .about(AccountId.of("123456789012"))
                .in(Region.of(region));
    }
}
