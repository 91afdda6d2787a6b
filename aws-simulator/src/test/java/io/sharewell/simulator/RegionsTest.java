package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.OrganizationFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.account.model.AccessDeniedException;
import software.amazon.awssdk.services.account.model.RegionOptStatus;
import software.amazon.awssdk.services.account.model.ValidationException;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;
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

    @ParameterizedTest
    @CsvSource({
        "arn:aws:account::111111111111:account/o-exampleorgid/444444444444, true, false",
        "arn:aws:account::111111111111:account/*, true, false",
        "arn:aws:account::444444444444:account, false, false",
        "arn:aws:account::222222222222:account, false, true"
    })
    void knowsAManagedAccountByItsPlaceInTheOrganization(String resource, boolean managed, boolean own) {
        var file = OrganizationFile.parse("""
                id: o-exampleorgid
                accounts: [{id: "222222222222"}, {id: "444444444444"}]
                users:
                  - accountId: "222222222222"
                    name: automation
                    accessKeyId: AKIAIOSFODNN7EXAMPLE
                    secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                    actions: []
                    policies: [{Version: "2012-10-17", Statement: [{Effect: Allow, Action: "account:*", Resource: "%s"}]}]
                """.formatted(resource));
        try (var sim = Sim.start(file)) {
            var client = sim.account(Sim.AUTOMATION);

            assertThat(isAllowed(() -> client.listRegions(it -> it.accountId(Orgs.MEMBER))))
                    .isEqualTo(managed);
            assertThat(isAllowed(() -> client.listRegions(_ -> {}))).isEqualTo(own);
        }
    }

    private static boolean isAllowed(Runnable call) {
        try {
            call.run();
            return true;
        } catch (AccessDeniedException _) {
            return false;
        }
    }

    @Test
    void tellsADelegatedAdministratorOfAccountManagementAlone() {
        var file = """
                accounts: [{id: "222222222222"}, {id: "444444444444"}]
                delegatedServices: {"222222222222": [%s]}
                """;
        try (var sim = Sim.start(OrganizationFile.parse(file.formatted("account.amazonaws.com")))) {
            assertThat(sim.account(Sim.AUTOMATION)
                            .listRegions(it -> it.accountId(Orgs.MEMBER))
                            .regions())
                    .isNotEmpty();
        }
        try (var sim = Sim.start(OrganizationFile.parse(file.formatted("ram.amazonaws.com")))) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> sim.account(Sim.AUTOMATION).listRegions(it -> it.accountId(Orgs.MEMBER)));
        }
    }

    @Test
    void filtersParametersThatAreAllOfTypeString() {
        try (var sim = Sim.start(Orgs.with())) {
            assertThat(parameters(sim, "Type", null, "SecureString", "String")).hasSize(10);
            assertThat(parameters(sim, "Type", "BeginsWith", "Str")).hasSize(10);
            assertThat(parameters(sim, "Type", "Equals", "SecureString")).isEmpty();
            assertThat(parameters(sim, "KeyId", null, "alias/aws/ssm")).isEmpty();
            assertThat(parameters(sim, "Label", "Equals", "prod")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Name, Equals, /aws, InvalidFilterKey",
        "Tier, , Standard, InvalidFilterKey",
        "tag:team, , a, InvalidFilterKey",
        "Type, Contains, String, InvalidFilterOption",
        "Label, BeginsWith, prod, InvalidFilterOption",
        "Type, Equals, , InvalidFilterValue"
    })
    void refusesFiltersThatAreForOtherOperations(String key, String option, String value, String code) {
        try (var sim = Sim.start(Orgs.with())) {
            assertThatExceptionOfType(SsmException.class)
                    .isThrownBy(
                            () -> parameters(sim, key, option, value == null ? new String[0] : new String[] {value}))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo(code))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400));
        }
    }

    private static List<Parameter> parameters(Sim sim, String key, String option, String... values) {
        var filter = ParameterStringFilter.builder().key(key).option(option);
        if (values.length > 0) {
            filter.values(values);
        }
        return sim.ssm()
                .getParametersByPath(it -> it.path(PATH).parameterFilters(filter.build()))
                .parameters();
    }

    @Test
    void keepsPagesOfOneQuestionApartFromAnothers() {
        try (var sim = Sim.start(Orgs.with())) {
            var token = sim.ssm().getParametersByPath(it -> it.path(PATH)).nextToken();
            var filter =
                    ParameterStringFilter.builder().key("Type").values("String").build();

            assertThat(sim.ssm()
                            .getParametersByPath(it -> it.path(PATH).nextToken(token))
                            .parameters())
                    .hasSize(10);
            assertThatExceptionOfType(InvalidNextTokenException.class).isThrownBy(() -> sim.ssm()
                    .getParametersByPath(it -> it.path(PATH).recursive(true).nextToken(token)));
            assertThatExceptionOfType(InvalidNextTokenException.class).isThrownBy(() -> sim.ssm()
                    .getParametersByPath(
                            it -> it.path(PATH).parameterFilters(filter).nextToken(token)));
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
