package io.sharewell.discovery.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.AwsSettings;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AwsOrganizationTest {

    private final Ticking clock = new Ticking();
    private final AwsSimulator simulator = AwsSimulator.start(
            SimulatorOptions.of(GeneratedOrganization.of(10, 0, 3)).withoutRateLimits());
    private final AwsClients clients = new AwsClients(
            new AwsSettings(Optional.of(simulator.endpoint()), Duration.ofSeconds(30), Duration.ofSeconds(10), 3, 10));
    private AwsOrganization organization;

    @BeforeEach
    void credentials() {
        System.setProperty("aws.accessKeyId", AwsSimulator.ACCESS_KEY_ID);
        System.setProperty("aws.secretAccessKey", AwsSimulator.SECRET_ACCESS_KEY);
        organization = new AwsOrganization(settings(), clients, clock);
    }

    @AfterEach
    void end() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        clients.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"AWS_WEB_IDENTITY_TOKEN_FILE, PT1M", "AWS_CONTAINER_CREDENTIALS_FULL_URI, PT1M", "AWS_PROFILE, PT0S"})
    void waitsForCredentialsWhereAPodHasARole(String variable, Duration patience) {
        assertThat(AwsOrganization.patienceWithCredentials(Map.of(variable, "given")))
                .isEqualTo(patience);
    }

    @Test
    void everyAccountTellsWhichIsTheManagementAccount() {
        List<ListedAccount> accounts = organization.accounts(null).accounts();

        assertThat(accounts)
                .isNotEmpty()
                .extracting(ListedAccount::managementAccount)
                .containsOnly(AccountId.of(OrganizationFile.MANAGEMENT_ACCOUNT));
    }

    @Test
    void theTreeIsReadOncePerDay() throws Exception {
        assertThat(organization.knownTree()).isEmpty();

        organization.tree(Instant.EPOCH);
        organization.tree(Instant.EPOCH);
        assertThat(calls()).contains("\"organizations.ListRoots\":{\"count\":1");
        assertThat(organization.knownTree()).isPresent();

        clock.now = clock.now.plus(Duration.ofHours(24));
        assertThat(organization.knownTree()).isEmpty();
        organization.tree(Instant.EPOCH);
        assertThat(calls()).contains("\"organizations.ListRoots\":{\"count\":2");
    }

    @Test
    void theTreeIsReadAnewForWhoeverNeedsAYoungerOne() throws Exception {
        organization.tree(Instant.EPOCH);
        organization.tree(clock.now);
        assertThat(calls()).contains("\"organizations.ListRoots\":{\"count\":1");

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        organization.tree(clock.now);
        assertThat(calls()).contains("\"organizations.ListRoots\":{\"count\":2");
    }

    @Test
    void theTreeHasAllAccounts() {
        var tree = organization.tree(Instant.EPOCH).orElseThrow();

        assertThat(organization.accounts(null).accounts())
                .allSatisfy(account -> assertThat(tree.path(account.id())).isPresent());
    }

    @Test
    void aTreeThatTookLongerToReadThanItIsTakenForTrueIsGivenOnce() {
        clock.perQuestion = Duration.ofDays(1);

        assertThat(organization.tree(Instant.EPOCH)).isPresent();
        assertThat(organization.knownTree()).isEmpty();
    }

    @Test
    void aTreeThatMayNotBeReadIsNoneAndIsAskedForAgain() throws Exception {
        fault("""
                {"id":"x","service":"organizations","operation":"ListRoots","count":1,"kind":"error",
                 "code":"AccessDeniedException","status":400,"message":"no"}""");

        assertThat(organization.tree(Instant.EPOCH)).isEmpty();
        assertThat(organization.tree(Instant.EPOCH)).isPresent();
    }

    @Test
    void credentialsThatAwsDoesNotKnowAreSaidToBeWrong() {
        System.setProperty("aws.accessKeyId", "AKIAUNKNOWNUNKNOWN00");
        AwsOrganization stranger = new AwsOrganization(settings(), clients, clock);

        assertThatThrownBy(() -> stranger.accounts(null))
                .isInstanceOfSatisfying(
                        NotReadableException.class,
                        e -> assertThat(e.problem().reason()).isEqualTo(Reason.CREDENTIALS_REJECTED));
    }

    @Test
    void readsTheTagsOfAnAccount() {
        assertThat(organization.tags(AccountId.of(OrganizationFile.REVIEWS_ACCOUNT)))
                .isPresent();
    }

    @Test
    void thatAnAccountIsGoneBeforeItsTagsAreReadIsNoFailure() {
        assertThat(organization.tags(AccountId.of("999999999999"))).isEmpty();
    }

    @Test
    void readsTagsAtARateOfTheirOwn() {
        AwsOrganization slowOtherwise = new AwsOrganization(settings("0.01"), clients, clock);
        List<ListedAccount> accounts = slowOtherwise.accounts(null).accounts();

        assertThat(accounts)
                .as("more than the others may ask for at once")
                .hasSizeGreaterThan(6)
                .allSatisfy(
                        account -> assertThat(slowOtherwise.tags(account.id())).isPresent());
    }

    private static DiscoverySettings settings() {
        return settings("500");
    }

    private static DiscoverySettings settings(String others) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .withDefaultValues(Map.of(
                        "account-discovery.rates.list-accounts",
                        "500",
                        "account-discovery.rates.tags",
                        "500",
                        "account-discovery.rates.others",
                        others))
                .build()
                .getConfigMapping(DiscoverySettings.class);
    }

    private String calls() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(simulator.adminEndpoint().resolve("/admin/calls"))
                .build());
    }

    private void fault(String json) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(simulator.adminEndpoint().resolve("/admin/faults"))
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    private static String send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-11-21T08:00:00Z");
        private Duration perQuestion = Duration.ZERO;

        @Override
        public Instant instant() {
            now = now.plus(perQuestion);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
