package io.sharewell.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.AccountId;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.MutableClock;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

class BudgetedCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration BUDGET = Duration.ofMinutes(2);
    private static final CallSite SITE = site("CreateWorkloadShare", "eu-west-1");

    private final BudgetedCalls calls = calls(Duration.ofSeconds(1));

    @Test
    void handsOnWhatAwsAnswers() {
        assertThat(calls.call(SITE, () -> "page")).isEqualTo(new CallResult.Answered<>("page"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            AccessDeniedException,         403, eu-west-1, DENIED
            UnrecognizedClientException,   403, eu-west-1, TOKEN_REJECTED
            UnrecognizedClientException,   403, ap-east-1, REGION_NOT_ENABLED
            ValidationException,           400, eu-west-1, REJECTED_BY_AWS
            ServiceQuotaExceededException, 402, eu-west-1, QUOTA_REACHED
            ResourceNotFoundException,     404, eu-west-1, WORKLOAD_GONE
            ConflictException,             409, eu-west-1, WORKLOAD_IN_USE
            TeapotException,               418, eu-west-1, UNEXPECTED
            """)
    void isRefusedWhenAskingAgainWouldNotHelp(String code, int status, String region, Reason reason) {
        assertThat(calls.call(site("CreateWorkloadShare", region), () -> fail(code, status)))
                .isInstanceOfSatisfying(CallResult.Refused.class, refused -> {
                    assertThat(refused.news().problem().reason()).isEqualTo(reason);
                    assertThat(refused.news().status()).isEqualTo(status);
                });
    }

    @Test
    void namesTheActionThatTheRoleLacks() {
        var answer = (CallResult.Refused<String>) calls.call(SITE, () -> fail("AccessDeniedException", 403));

        assertThat(answer.news().problem().remedy()).contains("wellarchitected:CreateWorkloadShare");
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
        assertHeldUp(calls(Duration.ZERO), BudgetedCallsTest::mustNotBeCalled, Kind.TROUBLE);
    }

    /** Such as the list of an account that thousands of workloads are shared with. */
    @Test
    void goesOnAsLongAsAwsAnswersInTime() {
        MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
        BudgetedCalls many = many(clock);

        for (int page = 0; page < 2_000; page++) {
            assertThat(many.call(SITE, () -> answeredAfter(Duration.ofMillis(100), clock)))
                    .isInstanceOf(CallResult.Answered.class);
        }
        clock.add(BUDGET);

        assertHeldUp(many, BudgetedCallsTest::mustNotBeCalled, Kind.TROUBLE);
    }

    @Test
    void doesNotGoOnForEver() {
        MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
        BudgetedCalls many = many(clock);

        for (int call = 0; call < 20; call++) {
            assertThat(many.call(SITE, () -> answeredAfter(BUDGET.dividedBy(2), clock)))
                    .isInstanceOf(CallResult.Answered.class);
        }

        assertHeldUp(many, BudgetedCallsTest::mustNotBeCalled, Kind.TROUBLE);
    }

    private static String answeredAfter(Duration time, MutableClock clock) {
        clock.add(time);
        return "answered";
    }

    private static BudgetedCalls many(Clock clock) {
        return new BudgetedCalls(new RateLimiter<>(1, 10_000), Duration.ZERO, clock, BUDGET);
    }

    @Test
    void theFirstDoesNotWaitForItsTurnAndIsToldWhenToComeBack() {
        RateLimiter<CallSite> turns = new RateLimiter<>(10, 1);
        turns.tryAcquire(SITE, Duration.ZERO);

        assertThatThrownBy(() -> patient(turns).call(SITE, BudgetedCallsTest::mustNotBeCalled))
                .isInstanceOfSatisfying(HeldUpException.class, heldUp -> {
                    assertThat(heldUp.kind()).isEqualTo(Kind.NO_TURN);
                    assertThat(heldUp.untilTurn()).isPositive().isLessThan(Duration.ofSeconds(5));
                });
    }

    @Test
    void aLaterOneWaitsForItsTurn() {
        RateLimiter<CallSite> turns = new RateLimiter<>(10, 1);
        BudgetedCalls patient = patient(turns);

        assertThat(patient.call(SITE, () -> "first")).isEqualTo(new CallResult.Answered<>("first"));
        assertThat(patient.call(SITE, () -> "second")).isEqualTo(new CallResult.Answered<>("second"));
    }

    private static BudgetedCalls patient(RateLimiter<CallSite> turns) {
        return new BudgetedCalls(
                turns, Duration.ofSeconds(5), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(60));
    }

    @Test
    void waitsForItsTurnPerOperationAndNotForever() {
        calls.call(SITE, () -> "first");

        assertHeldUp(calls, BudgetedCallsTest::mustNotBeCalled, Kind.NO_TURN);
        assertThat(calls.call(site("ListWorkloadShares", "eu-west-1"), () -> "other"))
                .isEqualTo(new CallResult.Answered<>("other"));
        assertThat(calls.call(site("CreateWorkloadShare", "eu-west-2"), () -> "other"))
                .isEqualTo(new CallResult.Answered<>("other"));
    }

    @Test
    void passesOnABugAsItIs() {
        IllegalStateException bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> calls.call(SITE, () -> {
                    throw bug;
                }))
                .isSameAs(bug);
    }

    private static void assertHeldUp(BudgetedCalls calls, Supplier<String> call, Kind kind) {
        assertThatThrownBy(() -> calls.call(SITE, call)).isInstanceOfSatisfying(HeldUpException.class, heldUp -> {
            assertThat(heldUp.kind()).isEqualTo(kind);
            assertThat(heldUp).hasMessageContaining("wellarchitected:CreateWorkloadShare");
        });
    }

    private static String mustNotBeCalled() {
        throw new AssertionError("AWS was asked");
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

    private static BudgetedCalls calls(Duration budget) {
        // One call and then none for an hour
        RateLimiter<CallSite> turns = new RateLimiter<>(1.0 / 3600, 1);
        return new BudgetedCalls(turns, Duration.ZERO, Clock.fixed(NOW, ZoneOffset.UTC), budget);
    }

    private static CallSite site(String operation, String region) {
        return CallSite.of("wellarchitected", operation)
                .about(AccountId.of("123456789012"))
                .in(Region.of(region));
    }
}
