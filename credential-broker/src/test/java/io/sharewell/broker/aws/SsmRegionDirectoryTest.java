package io.sharewell.broker.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.Region;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmRegionDirectoryTest {

    private final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private final PublicParameters ssm = new PublicParameters();
    private final SsmRegionDirectory directory = new SsmRegionDirectory(ssm, clock);

    @Test
    void readsAllPagesThroughEmptyOnesToTheEnd() {
        ssm.pages = List.of(List.of("eu-west-1"), List.of(), List.of("us-east-1"));

        assertThat(directory.wellArchitected("aws")).containsExactly(Region.of("eu-west-1"), Region.of("us-east-1"));
        assertThat(ssm.requests).hasSize(3).allSatisfy(request -> {
            assertThat(request.path())
                    .isEqualTo("/aws/service/global-infrastructure/services/wellarchitectedtool/regions");
            assertThat(request.maxResults()).isEqualTo(10);
        });
    }

    @Test
    void givesTheRegionsOfThePartitionOnly() {
        ssm.pages = List.of(List.of("eu-west-1", "us-gov-west-1"));

        assertThat(directory.wellArchitected("aws")).containsExactly(Region.of("eu-west-1"));
        assertThat(directory.wellArchitected("aws-us-gov")).containsExactly(Region.of("us-gov-west-1"));
        assertThat(directory.wellArchitected("aws-cn")).isEmpty();
    }

    @Test
    void aRegionIsWithoutTheToolOnlyIfAwsSaysSo() {
        Region osaka = Region.of("ap-northeast-3");
        assertThat(directory.isWithoutTool(osaka)).as("AWS says nothing").isFalse();

        clock.add(Duration.ofMinutes(10));
        ssm.pages = List.of(List.of("eu-west-1"));
        assertThat(directory.isWithoutTool(osaka)).isTrue();
        assertThat(directory.isWithoutTool(Region.of("eu-west-1"))).isFalse();
        assertThat(directory.isWithoutTool(Region.of("us-gov-west-1")))
                .as("AWS names none of the partition")
                .isFalse();
    }

    @Test
    void asksOnceADay() {
        ssm.pages = List.of(List.of("eu-west-1"));

        directory.wellArchitected("aws");
        clock.add(Duration.ofHours(24).minusSeconds(1));
        directory.wellArchitected("aws");
        assertThat(ssm.requests).hasSize(1);

        clock.add(Duration.ofSeconds(1));
        directory.wellArchitected("aws");
        assertThat(ssm.requests).hasSize(2);
    }

    @Test
    void takesThePackagedListWhenAwsSaysNothing() {
        assertThat(directory.wellArchitected("aws")).isEqualTo(AwsRegions.wellArchitected("aws"));
        assertThat(directory.wellArchitected("aws-us-gov")).isEqualTo(AwsRegions.wellArchitected("aws-us-gov"));
        assertThat(ssm.requests).hasSize(1);
    }

    @Test
    void looksAgainAfterAWhileWhenAwsSaidNothing() {
        directory.wellArchitected("aws");
        clock.add(Duration.ofMinutes(10));
        ssm.pages = List.of(List.of("eu-west-1"));

        assertThat(directory.wellArchitected("aws")).containsExactly(Region.of("eu-west-1"));
    }

    @Test
    void takesThePackagedListRatherThanAnEmptyOne() {
        ssm.pages = List.of(List.of(), List.of());

        assertThat(directory.wellArchitected("aws")).isEqualTo(AwsRegions.wellArchitected("aws"));
    }

    @Test
    void takesThePackagedListWhereAwssHasNoEnd() {
        ssm.pages = List.of(List.of("eu-west-1"), List.of("us-east-1"));
        ssm.lastToken = "1";

        assertThat(directory.wellArchitected("aws")).isEqualTo(AwsRegions.wellArchitected("aws"));
    }

    @Test
    void passesOverWhatDoesNotLookLikeARegion() {
        ssm.pages = List.of(List.of("eu-west-1", "Somewhere Else"));

        assertThat(directory.wellArchitected("aws")).containsExactly(Region.of("eu-west-1"));
    }

    /** Without pages: not allowed. */
    private static final class PublicParameters implements SsmClient {

        private final List<GetParametersByPathRequest> requests = new ArrayList<>();
        private List<List<String>> pages = List.of();
        private String lastToken;

        @Override
        public GetParametersByPathResponse getParametersByPath(GetParametersByPathRequest request) {
            requests.add(request);
            if (pages.isEmpty()) {
                throw SsmException.builder()
                        .statusCode(400)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AccessDeniedException")
                                .errorMessage("not authorized")
                                .build())
                        .build();
            }
            int page = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
            return GetParametersByPathResponse.builder()
                    .parameters(pages.get(page).stream()
                            .map(region -> Parameter.builder().value(region).build())
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
