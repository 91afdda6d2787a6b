package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ClientRequestToken;
import io.sharewell.writer.domain.Share;
import io.sharewell.writer.domain.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.CreateWorkloadShareRequest;
import software.amazon.awssdk.services.wellarchitected.model.CreateWorkloadShareResponse;
import software.amazon.awssdk.services.wellarchitected.model.DeleteWorkloadShareRequest;
import software.amazon.awssdk.services.wellarchitected.model.DeleteWorkloadShareResponse;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesRequest;
import software.amazon.awssdk.services.wellarchitected.model.ListWorkloadSharesResponse;
import software.amazon.awssdk.services.wellarchitected.model.UpdateWorkloadShareRequest;
import software.amazon.awssdk.services.wellarchitected.model.UpdateWorkloadShareResponse;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadShareSummary;

class AwsWorkloadSharesTest {

    private static final String WORKLOAD = "0123456789abcdef0123456789abcdef";
    private static final Principal REVIEWS = Principal.of("999900001111");
    private static final AwsRequestOverrideConfiguration CREDENTIALS =
            RequestCredentials.of("ASIAEXAMPLE", "secret", "token");

    private final RecordingClient client = new RecordingClient();
    private final AwsWorkloadShares shares = new AwsWorkloadShares(
            client,
            CREDENTIALS,
            new RecordCalls(new BudgetedCalls(
                    new RateLimiter<>(1_000, 1_000), Duration.ZERO, Clock.systemUTC(), Duration.ofHours(1))),
            new WorkloadFound(
                    Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY),
                    AccountId.of("123456789012"),
                    Region.of("eu-west-1"),
                    new Workload(WORKLOAD, "arn", "Shop", null, null, null, null),
                    null,
                    null));

    @Test
    void readsAllPagesAndKeepsWhatIsSharedWithExactlyThisPrincipal() {
        client.pages.add(page("next", share("s-1", "999900001111", "EXPIRED")));
        client.pages.add(page("more"));
        client.pages.add(
                page(null, share("s-2", "9999000011112", "ACCEPTED"), share("s-3", "999900001111", "PENDING")));

        assertThat(shares.with(REVIEWS))
                .isEqualTo(new Answer.Given<>(List.of(
                        new Share("s-1", "READONLY", "EXPIRED", "why"),
                        new Share("s-3", "READONLY", "PENDING", "why"))));
        assertThat(client.requests)
                .extracting(request -> ((ListWorkloadSharesRequest) request).nextToken())
                .containsExactly(null, "next", "more");
    }

    @Test
    void isHeldUpByAListWithoutEnd() {
        client.pages.add(page("next"));
        client.pages.add(page("next"));

        assertThatExceptionOfType(HeldUpException.class)
                .isThrownBy(() -> shares.with(REVIEWS))
                .withMessageContaining("NextToken");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:organizations::999900009999:ou/o-abcdefghij/ou-abcd-12345678, ou-abcd-12345678",
        "ou-abcd-12345678, arn:aws:organizations::999900009999:ou/o-abcdefghij/ou-abcd-12345678",
        "999900001111, arn:aws:iam::999900001111:root"
    })
    void knowsAPrincipalInWhicheverFormAwsListsIt(String configured, String listed) {
        Principal principal = Principal.of(configured);
        client.pages.add(page(null, share("s-1", listed, "ASSOCIATED")));
        client.pages.add(page(null));

        assertThat(shares.with(principal)).isEqualTo(given("s-1", "ASSOCIATED"));
        shares.delete(new Share("s-1", "READONLY", "ASSOCIATED", "why"), new ClientRequestToken("token-1"));
        assertThat(shares.with(principal)).as("listed anew").isEqualTo(new Answer.Given<>(List.of()));
    }

    @Test
    void keepsAStatusThatTheSdkDoesNotKnow() {
        client.pages.add(page(null, share("s-1", "999900001111", "PAUSED")));

        assertThat(shares.with(REVIEWS))
                .isEqualTo(new Answer.Given<>(List.of(new Share("s-1", "READONLY", "PAUSED", "why"))));
    }

    @Test
    void listsOnceForAllPrincipalsAndAgainForOneWhoseShareWasTouched() {
        Principal other = Principal.of("arn:aws:iam::999900001111:user/bob");
        client.pages.add(page(null, share("s-1", "999900001111", "EXPIRED"), share("s-2", other.value(), "PENDING")));
        client.pages.add(page(null, share("s-2", other.value(), "PENDING")));

        assertThat(shares.with(REVIEWS)).isEqualTo(given("s-1", "EXPIRED"));
        assertThat(shares.with(other)).isEqualTo(given("s-2", "PENDING"));
        shares.delete(new Share("s-1", "READONLY", "EXPIRED", "why"), new ClientRequestToken("token-1"));
        assertThat(shares.with(other)).isEqualTo(given("s-2", "PENDING"));
        assertThat(client.lists()).isEqualTo(1);

        assertThat(shares.with(REVIEWS)).isEqualTo(new Answer.Given<>(List.of()));
        assertThat(client.lists()).isEqualTo(2);
    }

    @Test
    void countsWhatIsLeftOfTheQuota() {
        client.pages.add(page(null, strangers(17)));

        shares.with(REVIEWS);
        assertThat(shares.left()).isEqualTo(3);
        shares.create(new Target(REVIEWS, Permission.READONLY), new ClientRequestToken("t"));
        assertThat(shares.left()).isEqualTo(2);
        shares.delete(new Share("s-1", "READONLY", "EXPIRED", "why"), new ClientRequestToken("token-1"));
        assertThat(shares.left()).isEqualTo(3);
    }

    private static WorkloadShareSummary[] strangers(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> share("s-" + i, String.format("%012d", i), "ACCEPTED"))
                .toArray(WorkloadShareSummary[]::new);
    }

    private static Answer<List<Share>> given(String id, String status) {
        return new Answer.Given<>(List.of(new Share(id, "READONLY", status, "why")));
    }

    @Test
    void createsAShareWithTheTokenItIsGiven() {
        Answer<String> answer =
                shares.create(new Target(REVIEWS, Permission.CONTRIBUTOR), new ClientRequestToken("token-1"));

        assertThat(answer).isEqualTo(new Answer.Given<>("s-new"));
        CreateWorkloadShareRequest request = (CreateWorkloadShareRequest) client.requests.getFirst();
        assertThat(request.workloadId()).isEqualTo(WORKLOAD);
        assertThat(request.sharedWith()).isEqualTo("999900001111");
        assertThat(request.permissionTypeAsString()).isEqualTo("CONTRIBUTOR");
        assertThat(request.clientRequestToken()).isEqualTo("token-1");
    }

    @Test
    void saysWhatAnUpdatedShareIsThen() {
        Answer<Share> answer = shares.update(new Share("s-1", "READONLY", "ACCEPTED", null), Permission.CONTRIBUTOR);

        assertThat(answer).isEqualTo(new Answer.Given<>(new Share("s-1", "CONTRIBUTOR", "PENDING", null)));
    }

    @Test
    void everyRequestBringsTheCredentialsOfTheSession() {
        Share share = new Share("s-1", "READONLY", "PENDING", null);
        client.pages.add(page(null));

        shares.with(REVIEWS);
        shares.create(new Target(REVIEWS, Permission.READONLY), new ClientRequestToken("token-1"));
        shares.update(share, Permission.READONLY);
        shares.delete(share, new ClientRequestToken("token-2"));

        assertThat(client.requests).hasSize(4).allSatisfy(request -> assertThat(request.overrideConfiguration())
                .contains(CREDENTIALS));
    }

    private static ListWorkloadSharesResponse page(String nextToken, WorkloadShareSummary... shares) {
        return ListWorkloadSharesResponse.builder()
                .workloadShareSummaries(shares)
                .nextToken(nextToken)
                .build();
    }

    private static WorkloadShareSummary share(String id, String sharedWith, String status) {
        return WorkloadShareSummary.builder()
                .shareId(id)
                .sharedWith(sharedWith)
                .permissionType("READONLY")
                .status(status)
                .statusMessage("why")
                .build();
    }

    private static final class RecordingClient implements WellArchitectedClient {

        private final Deque<ListWorkloadSharesResponse> pages = new ArrayDeque<>();
        private final List<AwsRequest> requests = new ArrayList<>();

        private long lists() {
            return requests.stream()
                    .filter(ListWorkloadSharesRequest.class::isInstance)
                    .count();
        }

        @Override
        public ListWorkloadSharesResponse listWorkloadShares(ListWorkloadSharesRequest request) {
            requests.add(request);
            return pages.remove();
        }

        @Override
        public CreateWorkloadShareResponse createWorkloadShare(CreateWorkloadShareRequest request) {
            requests.add(request);
            return CreateWorkloadShareResponse.builder().shareId("s-new").build();
        }

        @Override
        public UpdateWorkloadShareResponse updateWorkloadShare(UpdateWorkloadShareRequest request) {
            requests.add(request);
            return UpdateWorkloadShareResponse.builder()
                    .workloadShare(share -> share.shareId(request.shareId())
                            .permissionType(request.permissionTypeAsString())
                            .status("PENDING"))
                    .build();
        }

        @Override
        public DeleteWorkloadShareResponse deleteWorkloadShare(DeleteWorkloadShareRequest request) {
            requests.add(request);
            return DeleteWorkloadShareResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "wellarchitected";
        }

        @Override
        public void close() {}
    }
}
