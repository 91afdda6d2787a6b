package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sharewell.simulator.junit.AwsSimulatorExtension;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** The extension as somebody else's tests use it. */
class AwsSimulatorExtensionTest {

    private static String identityOf(AwsSimulatorExtension aws) {
        try (var sts = StsClient.builder()
                .endpointOverride(aws.endpoint())
                .region(Region.EU_WEST_1)
                .overrideConfiguration(it -> it.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(aws.accessKeyId(), aws.secretAccessKey())))
                .build()) {
            return sts.getCallerIdentity().arn();
        }
    }

    @Test
    void thereIsNoSimulatorOutsideOfTests() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AwsSimulatorExtension.of(Orgs.with()).endpoint())
                .withMessageContaining("@RegisterExtension");
    }

    @Nested
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    class OfAClass {

        @RegisterExtension
        static final AwsSimulatorExtension AWS = AwsSimulatorExtension.of(Orgs.with(Orgs.owner()));

        @Test
        @Order(1)
        void answersAwssClients() {
            try (var organizations = OrganizationsClient.builder()
                    .endpointOverride(AWS.endpoint())
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(AWS.accessKeyId(), AWS.secretAccessKey())))
                    .build()) {
                assertThat(organizations.listAccountsPaginator().stream()
                                .mapToLong(it -> it.accounts().size())
                                .sum())
                        .isEqualTo(4);
            }
        }

        @Test
        @Order(2)
        void keepsWhatEarlierTestsDid() {
            assertThat(AWS.admin("calls")).contains("organizations.ListAccounts");
        }

        @Test
        @Order(3)
        void givesItselfAndTheSimulatorAsParameters(AwsSimulator simulator, AwsSimulatorExtension aws) {
            assertThat(simulator.endpoint()).isEqualTo(AWS.endpoint());
            assertThat(simulator.adminEndpoint()).isEqualTo(AWS.adminEndpoint());
            assertThat(aws).isSameAs(AWS);
        }

        @Nested
        class AndThoseNestedInIt {

            @Test
            void haveTheSame() {
                assertThat(AWS.admin("calls")).contains("organizations.ListAccounts");
                assertThat(identityOf(AWS)).isEqualTo("arn:aws:iam::222222222222:user/automation");
            }
        }
    }

    @Nested
    class FreshPerTest {

        private static final Set<URI> ENDPOINTS = new HashSet<>();

        @RegisterExtension
        static final AwsSimulatorExtension AWS =
                AwsSimulatorExtension.of(Orgs.with()).freshPerTest();

        @RepeatedTest(2)
        void forgetsClockFaultsAndCallsAndKeepsItsPorts() {
            assertThat(AWS.admin("clock")).contains("\"advanced\":\"PT0S\"");
            assertThat(AWS.admin("calls")).isEqualTo("{}");
            assertThat(AWS.admin("faults")).isEqualTo("[]");
            ENDPOINTS.add(AWS.endpoint());
            assertThat(ENDPOINTS).hasSize(1);

            AWS.clock().advance(Duration.ofDays(8));
            AWS.fault("{\"service\": \"sts\", \"kind\": \"error\", \"code\": \"Throttling\", \"status\": 400}");

            assertThatExceptionOfType(StsException.class)
                    .isThrownBy(() -> identityOf(AWS))
                    .satisfies(it -> assertThat(it.isThrottlingException()).isTrue());
            assertThat(AWS.admin("clock")).contains("\"advanced\":\"PT192H\"");
        }
    }

    @Nested
    class OfATest {

        @RegisterExtension
        final AwsSimulatorExtension aws = AwsSimulatorExtension.of(Orgs.with());

        @RepeatedTest(2)
        void isANewOneEachTime() {
            assertThat(aws.admin("calls")).isEqualTo("{}");
            assertThat(identityOf(aws)).endsWith("user/automation");
        }
    }
}
