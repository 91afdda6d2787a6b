package io.sharewell.discovery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.aws.RateLimiter;
import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.events.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.organizations.model.OrganizationsException;

@Timeout(20)
class PatientCallsTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void givesBackWhatAwsAnswers() {
        assertThat(patient(Duration.ZERO).call("ListAccounts", () -> "answer")).isEqualTo("answer");
    }

    @Test
    void triesAgainAfterTrouble() {
        String answer = patient(Duration.ofMinutes(1)).call("ListAccounts", () -> {
            if (calls.incrementAndGet() == 1) {
                throw error("TooManyRequestsException", 400);
            }
            return "answer";
        });

        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void saysThatAwsDoesNotAnswerWhenPatienceIsAtItsEnd() {
        assertThatThrownBy(() -> patient(Duration.ZERO).call("ListAccounts", () -> {
                    calls.incrementAndGet();
                    throw error("ServiceException", 500);
                }))
                .isInstanceOfSatisfying(NotReadableException.class, e -> {
                    assertThat(e.problem().reason()).isEqualTo(Reason.AWS_UNREACHABLE);
                    assertThat(e.problem().detail()).contains("organizations:ListAccounts");
                });
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotTryAgainWhatAwsDenies() {
        assertThatThrownBy(() -> patient(Duration.ofMinutes(1)).call("ListAccounts", () -> {
                    calls.incrementAndGet();
                    throw error("AccessDeniedException", 400);
                }))
                .isInstanceOfSatisfying(
                        NotReadableException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo(Reason.LIST_ACCOUNTS_DENIED));
        assertThat(calls).hasValue(1);
    }

    @Test
    void tellsMissingCredentialsAtOnceWhereNoneArePromised() {
        assertThatThrownBy(() -> patient(Duration.ofMinutes(1)).call("ListAccounts", () -> {
                    calls.incrementAndGet();
                    throw noCredentials();
                }))
                .isInstanceOfSatisfying(
                        NotReadableException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo(Reason.CREDENTIALS_MISSING));
        assertThat(calls).hasValue(1);
    }

    @Test
    void waitsForCredentialsThatAreNotThereYet() {
        PatientCalls patient =
                new PatientCalls(turns(), Duration.ofMinutes(10), Duration.ofMinutes(1), Clock.systemUTC());

        assertThat(patient.<String>call("ListAccounts", () -> {
                    if (calls.incrementAndGet() == 1) {
                        throw noCredentials();
                    }
                    return "answer";
                }))
                .isEqualTo("answer");
    }

    @Test
    void aBugStaysABug() {
        RuntimeException bug = new IllegalStateException("bug");

        assertThatThrownBy(() -> patient(Duration.ofMinutes(1)).call("ListAccounts", () -> {
                    throw bug;
                }))
                .isSameAs(bug);
    }

    @Test
    void endsItsWaitWhenTheServiceStops() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> patient(Duration.ofMinutes(1)).call("ListAccounts", () -> {
                    throw error("ServiceException", 500);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stopping");
        assertThat(Thread.interrupted()).isTrue();
    }

    private static PatientCalls patient(Duration patience) {
        return new PatientCalls(turns(), patience, Duration.ZERO, Clock.systemUTC());
    }

    private static RateLimiter<String> turns() {
        return new RateLimiter<>(1_000, 100);
    }

    private static RuntimeException noCredentials() {
        return SdkClientException.create("Unable to load credentials from any of the providers in the chain");
    }

    private static RuntimeException error(String code, int status) {
        return OrganizationsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("message")
                        .serviceName("Organizations")
                        .build())
                .build();
    }
}
