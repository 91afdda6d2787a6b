package io.sharewell.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sharewell.discovery.messaging.LedgerFeed;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.platform.LocalPlatform;
import io.sharewell.platform.test.LocalPlatformTestResource;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.EmptyPages;
import io.sharewell.simulator.organization.Behaviours.StateMembers;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RateLimitsFile;
import io.sharewell.simulator.organization.UnitFile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = LocalPlatformTestResource.class,
        initArgs = @ResourceArg(name = "rate-limits", value = "false"))
@QuarkusTestResource(Collector.class)
@Timeout(120)
class DiscoveryComponentTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "Bearer a-token-for-the-tests";
    private static final OrganizationFile ORGANIZATION =
            GeneratedOrganization.of(45, 0, 7).withRateLimits(RateLimitsFile.OFF);
    private static final Behaviours FULL_PAGES = behaviours(null, EmptyPages.NEVER);

    LocalPlatform platform;
    Collector collector;

    @TestHTTPResource
    URI service;

    @Inject
    LedgerFeed feed;

    @Inject
    MeterRegistry metrics;

    private final HttpClient http = HttpClient.newHttpClient();
    private Simulator simulator;
    private Kafka kafka;

    @BeforeEach
    void begin() throws Exception {
        feed.awaitCaughtUp();
        simulator = new Simulator(platform.adminEndpoint());
        simulator.has(ORGANIZATION.withBehaviours(FULL_PAGES));
        kafka = new Kafka(platform.bootstrapServers());
    }

    @AfterEach
    void end() {
        kafka.close();
        simulator.close();
        http.close();
    }

    // A sweep from its request to its end

    @Test
    void aRequestedSweepIsListedAndEndsWhenAllAccountsHaveTheirOutcome() throws Exception {
        String sweep = start("{\"mode\":\"PLAN\",\"regions\":[\"eu-west-1\"]}");
        List<AccountDiscovered> accounts = kafka.awaitListing(sweep);
        assertThat(get("/sweeps/" + sweep).body().path("complete").asBoolean()).isFalse();

        AccountDiscovered blocked = accounts.getFirst();
        accounts.stream().skip(1).forEach(this::isOpened);
        kafka.says(new AccountBlocked(
                blocked.envelope(), blocked.accountId(), Problem.of(Reason.ROLE_NOT_ASSUMABLE, "AccessDenied")));
        JsonNode report = awaitEnd(sweep);

        assertThat(accounts).allSatisfy(account -> {
            assertThat(account.envelope()).isEqualTo(Envelope.of(sweep, Purpose.SHARE, Mode.PLAN));
            assertThat(account.partition()).isEqualTo("aws");
            assertThat(account.accountName()).isNotBlank();
            assertThat(account.regions()).hasSize(1);
        });
        assertThat(report.path("complete").asBoolean()).isTrue();
        assertThat(report.path("accounts").path("selected").asInt()).isEqualTo(accounts.size());
        assertThat(report.path("accounts").path("blocked").asInt()).isEqualTo(1);
        assertThat(report.path("accountResults").path(0).has("accountName")).isTrue();
        assertThat(kafka.statements(sweep, SweepCompleted.class)).hasSize(1);
        assertThat(metrics.get("sharewell.outcomes")
                        .tags("subject", "account", "outcome", "blocked", "reason", "ROLE_NOT_ASSUMABLE")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void namesTheOuPathOfEverySelectedAccount() throws Exception {
        String sweep = start("{}");
        kafka.awaitListing(sweep);

        Map<AccountId, String> paths = kafka.statements(sweep, AccountSelected.class).stream()
                .filter(account -> account.ouPath() != null)
                .collect(Collectors.toMap(AccountSelected::accountId, AccountSelected::ouPath, (_, later) -> later));

        assertThat(paths.keySet()).isEqualTo(ids(kafka.awaitListing(sweep)));
        assertThat(paths.values()).allMatch(path -> path.startsWith("Root"));
    }

    @Test
    void sweepsAndAccountsAnswerQuestions() throws Exception {
        String all = start("{}");
        String sweep = start("{\"accounts\":[\"" + memberAccount() + "\"]}");
        AccountDiscovered account = kafka.awaitListing(sweep).getFirst();
        isOpened(account);
        awaitEnd(sweep);

        JsonNode sweeps = get("/sweeps").body();
        assertThat(sweeps.path(0).path("sweepId").asText()).isEqualTo(sweep);
        assertThat(sweeps.path(0).path("state").asText()).isEqualTo("COMPLETED");
        assertThat(get("/sweeps/latest").body().path("sweepId").asText()).isEqualTo(all);
        JsonNode story = get("/accounts/" + account.accountId()).body();
        assertThat(story.path(0).path("sweepId").asText()).isEqualTo(sweep);
        assertThat(story.path(0).path("account").path("outcome").asText()).isEqualTo("OPENED");
    }

    @Test
    void whatNobodyKnowsIsNotFound() throws Exception {
        assertThat(get("/sweeps/unheard-of").status()).isEqualTo(404);
        assertThat(get("/sweeps/unheard-of").body().path("faults").path(0).asText())
                .contains("GET /sweeps lists them");
        assertThat(get("/accounts/999999999999").status()).isEqualTo(404);
        assertThat(get("/accounts/12").status()).isEqualTo(400);
        assertThat(get("/accounts/12").body().path("faults").path(0).asText()).contains("must be 12 digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "a-token-for-the-tests", "Basic a-token-for-the-tests", "Bearer "})
    void nobodyBeginsASweepWithoutTheToken(String authorization) throws Exception {
        int before = get("/sweeps").body().size();

        Answer answer = post(authorization, "{}");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("faults").path(0).asText())
                .contains("Authorization: Bearer")
                .doesNotContain("a-token-for-the-tests");
        assertThat(get("/sweeps").body()).hasSize(before);
    }

    @Test
    void aWrongBodyIsToldAllItsFaults() throws Exception {
        Answer answer = post(TOKEN, "{\"mode\":\"perhaps\",\"accounts\":[\"12\"]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("faults")).hasSize(2);
    }

    // The organization as AWS may give it

    @ParameterizedTest
    @EnumSource(StateMembers.class)
    void selectsTheSameWhetherAwsTellsStateOrStatusOrBoth(StateMembers members) throws Exception {
        simulator.has(ORGANIZATION.withBehaviours(behaviours(members, EmptyPages.NEVER)));

        Set<AccountId> selected = ids(kafka.awaitListing(start("{}")));

        assertThat(selected).isEqualTo(active()).isNotEmpty();
    }

    @Test
    void missesNobodyBetweenEmptyPages() throws Exception {
        simulator.has(ORGANIZATION.withBehaviours(behaviours(null, EmptyPages.ALWAYS)));

        assertThat(ids(kafka.awaitListing(start("{}")))).isEqualTo(active());
        assertThat(simulator.emptyPages("ListAccounts")).isPositive();
    }

    @Test
    void asksForAsFewPagesAsPossible() throws Exception {
        kafka.awaitListing(start("{}"));

        assertThat(simulator.calls("ListAccounts")).isEqualTo(3);
        assertThat(simulator.calls("ListRoots")).isEqualTo(1);
        int nodes = 1 + units(ORGANIZATION.organizationalUnits());
        assertThat(simulator.calls("ListOrganizationalUnitsForParent")).isEqualTo(nodes);
        assertThat(simulator.calls("ListAccountsForParent")).isBetween(nodes, nodes + 2);
        assertThat(simulator.calls("ListParents")).isZero();
        assertThat(simulator.calls("ListTagsForResource")).isZero();
        assertThat(simulator.calls("DescribeAccount")).isZero();
    }

    @Test
    void seesThroughThrottlingAndServerErrors() throws Exception {
        simulator.fault("""
                {"id":"throttled","service":"organizations","operation":"ListAccounts","count":2,"kind":"error",
                 "code":"TooManyRequestsException","status":400,"message":"slow down"}""");
        simulator.fault("""
                {"id":"broken","service":"organizations","operation":"ListRoots","count":1,"kind":"error",
                 "code":"ServiceException","status":500,"message":"oops"}""");

        assertThat(ids(kafka.awaitListing(start("{}")))).isEqualTo(active());
    }

    @Test
    void failsWithTheCureWhenTheAccountsMayNotBeListed() throws Exception {
        simulator.has(ORGANIZATION.withDelegatedAdministrators(List.of()));

        JsonNode report = awaitEnd(start("{}"));

        assertThat(report.path("complete").asBoolean()).isFalse();
        assertThat(report.path("failure").path("reason").asText()).isEqualTo("LIST_ACCOUNTS_DENIED");
        assertThat(report.path("failure").path("remedy").asText()).contains("delegated administrator");
    }

    @Test
    void failsWhenNobodyIsSelected() throws Exception {
        JsonNode report = awaitEnd(start("{\"accounts\":[\"999999999999\"]}"));

        assertThat(report.path("failure").path("reason").asText()).isEqualTo("NOTHING_SELECTED");
        assertThat(report.path("accounts").path("skipped").asInt())
                .isEqualTo(ORGANIZATION.accounts().size());
    }

    @Test
    void leavesOuPathsOutWhereTheTreeMayNotBeRead() throws Exception {
        simulator.fault("""
                {"id":"denied","service":"organizations","operation":"ListRoots","kind":"error",
                 "code":"AccessDeniedException","status":400,"message":"You don't have permissions"}""");

        String sweep = start("{}");

        assertThat(ids(kafka.awaitListing(sweep))).isEqualTo(active());
        assertThat(kafka.statements(sweep, AccountSelected.class))
                .extracting(AccountSelected::ouPath)
                .containsOnlyNulls();
        JsonNode refused = awaitEnd(start("{\"excludeOus\":[\"r-ab12\"]}"));
        assertThat(refused.path("failure").path("reason").asText()).isEqualTo("DENIED");
        assertThat(refused.path("failure").path("remedy").asText()).contains("organizations:ListRoots");
    }

    // What the operator sees

    @Test
    void everyRecordBeginsOrCarriesATrace() throws Exception {
        String sweep = start("{}");
        kafka.awaitListing(sweep);

        assertThat(kafka.traceParents(sweep)).isNotEmpty().allMatch(parent -> parent.matches("00-\\w{32}-\\w{16}-01"));
    }

    @Test
    void spansGoToTheCollectorThatTheEnvironmentNames() throws Exception {
        collector.spans().clear();

        kafka.awaitListing(start("{}"));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> collector.spans().stream().anyMatch(spans -> spans.contains("account-discovery")));
    }

    @Test
    void isReadyOnceTheLedgerHasCaughtUp() throws Exception {
        Answer answer = get("/q/health/ready");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).contains("ledger");
    }

    private static Behaviours behaviours(StateMembers members, EmptyPages emptyPages) {
        return Behaviours.DEFAULTS.with(members, emptyPages);
    }

    /** Who is active and not the management account. */
    private static Set<AccountId> active() {
        return ORGANIZATION.accounts().stream()
                .filter(account ->
                        account.state() == null || account.state().name().equals("ACTIVE"))
                .map(account -> AccountId.of(account.id()))
                .filter(id -> !id.value().equals(OrganizationFile.MANAGEMENT_ACCOUNT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int units(List<UnitFile> units) {
        return units == null
                ? 0
                : units.stream().mapToInt(unit -> 1 + units(unit.units())).sum();
    }

    private static AccountId memberAccount() {
        return active().iterator().next();
    }

    private static Set<AccountId> ids(List<AccountDiscovered> accounts) {
        return accounts.stream().map(AccountDiscovered::accountId).collect(Collectors.toCollection(TreeSet::new));
    }

    private void isOpened(AccountDiscovered account) {
        Region region = Region.of("eu-west-1");
        kafka.says(new AccountOpened(account.envelope(), account.accountId(), List.of(region)));
        kafka.says(new RegionScanned(account.envelope(), account.accountId(), region, List.of()));
    }

    private String start(String body) throws IOException, InterruptedException {
        Answer answer = post(TOKEN, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().path("sweepId").asText();
    }

    private JsonNode awaitEnd(String sweep) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> get("/sweeps/" + sweep).body(), report -> report.hasNonNull("endedAt"));
    }

    private record Answer(int status, JsonNode body) {}

    private Answer get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(service.resolve(path)));
    }

    private Answer post(String authorization, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/sweeps"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
