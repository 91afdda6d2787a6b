package io.sharewell.broker.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.broker.domain.RegionKnowledge;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AccountException;
import software.amazon.awssdk.services.account.model.ListRegionsRequest;
import software.amazon.awssdk.services.account.model.ListRegionsResponse;

class ListedAccountRegionsTest {

    private static final SessionCredentials SESSION = new SessionCredentials(
            AccountId.of("444455556666"), "ASIAEXAMPLE", new Secret("secret"), new Secret("token"));

    private final AccountManagement aws = new AccountManagement();
    private final List<Region> askedIn = new ArrayList<>();
    private final ListedAccountRegions regions = new ListedAccountRegions(region -> {
        askedIn.add(region);
        return aws;
    });

    @Test
    void tellsTheRegionsThatAreNotEnabledFromAllPages() {
        aws.pages = List.of(
                Map.of("us-east-1", "ENABLED_BY_DEFAULT", "ap-east-1", "DISABLED", "me-south-1", "DISABLING"),
                Map.of(),
                Map.of("af-south-1", "ENABLED", "eu-south-1", "ENABLING", "mx-central-1", "SOMETHING_NEW"));

        assertThat(regions.of(SESSION, "aws"))
                .isEqualTo(new RegionKnowledge.Known(Map.of(
                        Region.of("ap-east-1"),
                        "DISABLED",
                        Region.of("me-south-1"),
                        "DISABLING",
                        Region.of("eu-south-1"),
                        "ENABLING")));
    }

    @Test
    void asksWithTheAccountsOwnSessionAndWithoutAnAccountId() {
        aws.pages = List.of(Map.of());

        regions.of(SESSION, "aws");

        ListRegionsRequest sent = aws.requests.getFirst();
        AwsCredentials credentials = sent.overrideConfiguration()
                .orElseThrow()
                .credentialsProvider()
                .orElseThrow()
                .resolveCredentials();
        assertThat(credentials.accessKeyId()).isEqualTo("ASIAEXAMPLE");
        assertThat(sent.accountId()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"aws, us-east-1", "aws-us-gov, us-gov-west-1", "aws-cn, cn-northwest-1"})
    void asksWhereThePartitionHasTheService(String partition, String region) {
        aws.pages = List.of(Map.of());

        regions.of(SESSION, partition);

        assertThat(askedIn).containsExactly(Region.of(region));
    }

    @Test
    void aDenialIsNoFailure() {
        aws.failure = failure("AccessDeniedException", 403, "not authorized to perform: account:ListRegions");

        assertThat(regions.of(SESSION, "aws")).isInstanceOf(RegionKnowledge.Refused.class);
    }

    @Test
    void aFailureIsToldAndNotThrown() {
        aws.failure = failure("TooManyRequestsException", 429, "slow down");

        assertThat(regions.of(SESSION, "aws"))
                .isInstanceOfSatisfying(RegionKnowledge.Failed.class, failed -> assertThat(failed.detail())
                        .contains("TooManyRequestsException"));
    }

    @Test
    void aListWithoutEndIsAFailureToldAndNotThrown() {
        aws.pages = List.of(Map.of(), Map.of());
        aws.lastToken = "1";

        assertThat(regions.of(SESSION, "aws")).isInstanceOf(RegionKnowledge.Failed.class);
    }

    @Test
    void passesOverWhatDoesNotLookLikeARegion() {
        aws.pages = List.of(Map.of("ap-east-1", "DISABLED", "Somewhere Else", "DISABLED"));

        assertThat(regions.of(SESSION, "aws"))
                .isEqualTo(new RegionKnowledge.Known(Map.of(Region.of("ap-east-1"), "DISABLED")));
    }

    private static RuntimeException failure(String code, int status, String message) {
        return AccountException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    private static final class AccountManagement implements AccountClient {

        private final List<ListRegionsRequest> requests = new ArrayList<>();
        private List<Map<String, String>> pages = List.of();
        private String lastToken;
        private RuntimeException failure;

        @Override
        public ListRegionsResponse listRegions(ListRegionsRequest request) {
            requests.add(request);
            if (failure != null) {
                throw failure;
            }
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            return ListRegionsResponse.builder()
                    .regions(pages.get(page).entrySet().stream()
                            .map(entry -> software.amazon.awssdk.services.account.model.Region.builder()
                                    .regionName(entry.getKey())
                                    .regionOptStatus(entry.getValue())
                                    .build())
                            .toList())
                    .nextToken(page + 1 < pages.size() ? String.valueOf(page + 1) : lastToken)
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
