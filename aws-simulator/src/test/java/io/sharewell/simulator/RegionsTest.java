package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** What SSM and Account tell of Regions. */
class RegionsTest {

    private static final String PATH = "/aws/service/global-infrastructure/services/wellarchitectedtool/regions";

    @Test
    void listsTheToolsRegionsInTwoPagesWithGovCloud() {
        try (var sim = Sim.start(Orgs.with())) {
            var pages = sim.ssm().getParametersByPathPaginator(it -> it.path(PATH)).stream()
                    .toList();
            var regions = pages.stream()
                    .flatMap(it -> it.parameters().stream())
                    .map(Parameter::value)
                    .toList();

            assertThat(pages).extracting(it -> it.parameters().size()).containsExactly(10, 10);
            assertThat(regions).hasSize(20).isSorted().contains("us-gov-west-1", "ap-east-1", "eu-west-1");
            assertThat(pages.getFirst().parameters().getFirst().arn())
                    .isEqualTo("arn:aws:ssm:eu-west-1::parameter" + PATH + "/ap-east-1");
        }
    }

    @Test
    void listsWhatLiesDeeperOnlyIfToldTo() {
        try (var sim = Sim.start(Orgs.with())) {
            var parent = "/aws/service/global-infrastructure/services/wellarchitectedtool";

            assertThat(sim.ssm().getParametersByPath(it -> it.path(parent)).parameters())
                    .isEmpty();
            assertThat(sim.ssm()
                            .getParametersByPath(it -> it.path(parent).recursive(true))
                            .parameters())
                    .hasSize(10);
        }
    }

    @Test
    void refusesMoreThanTenAPageAndAForgedToken() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThatExceptionOfType(SsmException.class)
                    .isThrownBy(() ->
                            sim.ssm().getParametersByPath(it -> it.path(PATH).maxResults(11)))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("ValidationException"))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400));
            assertThatExceptionOfType(SsmException.class)
                    .isThrownBy(() ->
                            sim.ssm().getParametersByPath(it -> it.path(PATH).nextToken("forged")))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("InvalidNextToken"));
        }
    }

    @Test
    void tellsAMemberWhichRegionsItHasIfItsRoleMayAsk() {
        var member = Orgs.member()
                .withRoles(Orgs.role("account:ListRegions", "account:GetRegionOptStatus"))
                .withOptInRegions(List.of("me-south-1"));
        try (var sim = Sim.start(Orgs.with(member, Orgs.otherMember()))) {
            var client = sim.account(sim.assume(Orgs.MEMBER));

            assertThat(client.listRegions(_ -> {}).regions()).hasSize(34);
            assertThat(client.listRegions(it -> it.regionOptStatusContains(RegionOptStatus.ENABLED))
                            .regions())
                    .singleElement()
                    .satisfies(it -> assertThat(it.regionName()).isEqualTo("me-south-1"));
            assertThat(client.getRegionOptStatus(it -> it.regionName("ap-east-1"))
                            .regionOptStatus())
                    .isEqualTo(RegionOptStatus.DISABLED);
            assertThat(client.getRegionOptStatus(it -> it.regionName("eu-west-1"))
                            .regionOptStatus())
                    .isEqualTo(RegionOptStatus.ENABLED_BY_DEFAULT);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> sim.account(sim.assume(Orgs.OTHER_MEMBER)).listRegions(_ -> {}))
                    .withMessageContaining("because no identity-based policy allows the account:ListRegions action");
        }
    }

    @Test
    void tellsAnAdministratorOfOtherAccounts() {
        try (var sim = Sim.start(Orgs.with(Orgs.member().withOptInRegions(List.of("ap-east-1"))))) {
            assertThat(sim.account(Sim.ADMINISTRATOR)
                            .listRegions(
                                    it -> it.accountId(Orgs.MEMBER).regionOptStatusContains(RegionOptStatus.ENABLED))
                            .regions())
                    .hasSize(1);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> sim.account(Sim.REVIEWER).listRegions(it -> it.accountId(Orgs.MEMBER)));
        }
    }

    @Test
    void refusesWhatIsNoRegion() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> sim.account(Sim.AUTOMATION).getRegionOptStatus(it -> it.regionName("mars-1")))
                    .satisfies(
                            it -> assertThat(it.fieldList().getFirst().name()).isEqualTo("regionName"));
            assertThatExceptionOfType(ValidationException.class)
                    .isThrownBy(() -> sim.account(Sim.AUTOMATION).listRegions(it -> it.accountId("12")))
                    .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("fieldValidationFailed"));
        }
    }
}
