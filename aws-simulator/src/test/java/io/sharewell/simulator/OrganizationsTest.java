package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.StateMembers;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.AccessDeniedException;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.AccountNotFoundException;
import software.amazon.awssdk.services.organizations.model.AwsOrganizationsNotInUseException;
import software.amazon.awssdk.services.organizations.model.ChildNotFoundException;
import software.amazon.awssdk.services.organizations.model.DelegatedAdministrator;
import software.amazon.awssdk.services.organizations.model.InvalidInputException;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;
import software.amazon.awssdk.services.organizations.model.ParentNotFoundException;
import software.amazon.awssdk.services.organizations.model.ParentType;
import software.amazon.awssdk.services.organizations.model.TargetNotFoundException;

class OrganizationsTest {

    @Test
    void listsAllAccountsTwentyAPage() {
        try (var sim = Sim.start(GeneratedOrganization.of(53, 0, 7).withBehaviours(noEmptyPages()))) {
            var pages = sim.organizations().listAccountsPaginator().stream().toList();

            assertThat(pages).extracting(it -> it.accounts().size()).containsExactly(20, 20, 13);
            assertThat(sim.calls("organizations.ListAccounts")).isEqualTo(3);
        }
    }

    @Test
    void honoursMaxResultsAndRefusesMoreThanTwenty() {
        try (var sim = Sim.start(GeneratedOrganization.of(10, 0, 7).withBehaviours(noEmptyPages()))) {
            var organizations = sim.organizations();

            assertThat(organizations.listAccounts(it -> it.maxResults(3)).accounts())
                    .hasSize(3);
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> organizations.listAccounts(it -> it.maxResults(21)))
                    .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("MAX_VALUE_EXCEEDED"))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400));
        }
    }

    @Test
    void describesAnAccountInFull() {
        var joined = java.time.Instant.parse("2024-05-06T07:08:09Z");
        try (var sim = Sim.start(Orgs.with(Orgs.member().withJoinedAt(joined)))) {
            var account = sim.organizations()
                    .describeAccount(it -> it.accountId(Orgs.MEMBER))
                    .account();

            assertThat(account.name()).isEqualTo("payments-prod");
            assertThat(account.arn())
                    .matches("arn:aws:organizations::111111111111:account/o-[a-z0-9]{10}/444444444444");
            assertThat(account.email()).isEqualTo("aws+payments-prod@example.com");
            assertThat(account.joinedTimestamp()).isEqualTo(joined);
            assertThat(account.joinedMethodAsString()).isEqualTo("CREATED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "account/o-exampleorgid/444444444444, DescribeAccount ListParents ListTagsForResource",
        "account/o-exampleorgid/555555555555, none",
        "root/o-exampleorgid/*, ListAccountsForParent",
        "ou/o-exampleorgid/ou-abcd-*, ListOrganizationalUnitsForParent",
        "organization/o-exampleorgid, none"
    })
    void knowsRightsToAnAccountAnOuAndTheRoot(String resource, String allowed) {
        var file = OrganizationFile.parse("""
                id: o-exampleorgid
                rootId: r-abcd
                accounts: [{id: "222222222222"}, {id: "444444444444"}, {id: "555555555555"}]
                organizationalUnits: [{id: ou-abcd-12345678, name: Prod}]
                users:
                  - accountId: "222222222222"
                    name: automation
                    accessKeyId: AKIAIOSFODNN7EXAMPLE
                    secretAccessKey: wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
                    actions: []
                    policies:
                      - Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Action: "organizations:*"
                            Resource: "arn:aws:organizations::111111111111:%s"
                """.formatted(resource));
        try (var sim = Sim.start(file)) {
            var organizations = sim.organizations();
            Map<String, Runnable> calls = Map.of(
                    "DescribeAccount", () -> organizations.describeAccount(it -> it.accountId(Orgs.MEMBER)),
                    "ListParents", () -> organizations.listParents(it -> it.childId(Orgs.MEMBER)),
                    "ListTagsForResource", () -> organizations.listTagsForResource(it -> it.resourceId(Orgs.MEMBER)),
                    "ListAccountsForParent", () -> organizations.listAccountsForParent(it -> it.parentId("r-abcd")),
                    "ListOrganizationalUnitsForParent",
                            () -> organizations.listOrganizationalUnitsForParent(it -> it.parentId("ou-abcd-12345678")),
                    "ListAccounts", () -> organizations.listAccounts(_ -> {}),
                    "ListRoots", () -> organizations.listRoots(_ -> {}),
                    "DescribeOrganization", () -> organizations.describeOrganization(_ -> {}));

            calls.forEach((operation, call) -> assertThat(isAllowed(call))
                    .as(operation)
                    .isEqualTo(List.of(allowed.split(" ")).contains(operation)));
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

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ACTIVE",
        "SUSPENDED, SUSPENDED",
        "CLOSED, SUSPENDED",
        "PENDING_CLOSURE, PENDING_CLOSURE",
        "PENDING_ACTIVATION, SUSPENDED"
    })
    void tellsStateAndTheOlderStatus(AccountState state, String status) {
        try (var sim = Sim.start(Orgs.with(Orgs.member().withState(state)))) {
            var account = describe(sim.organizations());

            assertThat(account.stateAsString()).isEqualTo(state.name());
            assertThat(account.statusAsString()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource({"STATE, ACTIVE, ", "STATUS, , ACTIVE", "BOTH, ACTIVE, ACTIVE"})
    void leavesOutStateOrStatusAsTold(StateMembers members, String state, String status) {
        var behaviours = Behaviours.DEFAULTS.with(members);
        try (var sim = Sim.start(Orgs.with(Orgs.member()).withBehaviours(behaviours))) {
            var account = describe(sim.organizations());

            assertThat(account.stateAsString()).isEqualTo(state);
            assertThat(account.statusAsString()).isEqualTo(status);
        }
    }

    private static Account describe(OrganizationsClient organizations) {
        return organizations.describeAccount(it -> it.accountId(Orgs.MEMBER)).account();
    }

    @Test
    void walksTheTree() {
        try (var sim = Sim.start(Orgs.with(Orgs.member()))) {
            var organizations = sim.organizations();
            var root = organizations.listRoots(_ -> {}).roots().getFirst();
            var top = organizations.listOrganizationalUnitsForParent(it -> it.parentId(root.id()));
            var workloads = unit(top.organizationalUnits(), "Workloads");
            var below = organizations.listOrganizationalUnitsForParent(it -> it.parentId(workloads.id()));
            var prod = unit(below.organizationalUnits(), "Prod");

            assertThat(organizations
                            .listAccountsForParent(it -> it.parentId(prod.id()))
                            .accounts())
                    .extracting(Account::id)
                    .containsExactly(Orgs.MEMBER);
            assertThat(organizations
                            .listAccountsForParent(it -> it.parentId(root.id()))
                            .accounts())
                    .extracting(Account::id)
                    .containsExactly(OrganizationFile.MANAGEMENT_ACCOUNT);
            var parent = organizations
                    .listParents(it -> it.childId(Orgs.MEMBER))
                    .parents()
                    .getFirst();
            assertThat(parent.id()).isEqualTo(prod.id());
            assertThat(parent.type()).isEqualTo(ParentType.ORGANIZATIONAL_UNIT);
            assertThat(organizations
                            .listParents(it -> it.childId(workloads.id()))
                            .parents()
                            .getFirst()
                            .type())
                    .isEqualTo(ParentType.ROOT);
        }
    }

    private static OrganizationalUnit unit(List<OrganizationalUnit> units, String name) {
        return units.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void listsTagsAndDelegatedAdministrators() {
        try (var sim = Sim.start(Orgs.with(Orgs.member().withTags(Map.of("stage", "prod"))))) {
            var organizations = sim.organizations();

            assertThat(organizations
                            .listTagsForResource(it -> it.resourceId(Orgs.MEMBER))
                            .tags())
                    .singleElement()
                    .satisfies(it -> assertThat(it.key() + "=" + it.value()).isEqualTo("stage=prod"));
            assertThat(organizations.listDelegatedAdministrators(_ -> {}).delegatedAdministrators())
                    .singleElement()
                    .satisfies(it -> assertThat(it.id()).isEqualTo(OrganizationFile.AUTOMATION_ACCOUNT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 1000})
    void listsAllTagsWhateverPageSizeIsAskedForThatTheModelDoesNotHave(int size) {
        try (var sim = Sim.start(Orgs.with(Orgs.member().withTags(Map.of("stage", "prod", "team", "a")))
                .withBehaviours(noEmptyPages()))) {
            var answer = RawHttp.send(
                    sim,
                    Sim.AUTOMATION,
                    new RawHttp.Raw(
                            "organizations",
                            "ListTagsForResource",
                            "us-east-1",
                            "POST",
                            "/",
                            "{\"ResourceId\":\"444444444444\",\"MaxResults\":" + size + "}",
                            Map.of(
                                    "Content-Type",
                                    "application/x-amz-json-1.1",
                                    "X-Amz-Target",
                                    "AWSOrganizationsV20161128.ListTagsForResource")));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("stage", "team").doesNotContain("NextToken");
        }
    }

    @Test
    void listsDelegatedAdministratorsOfAService() {
        var file = OrganizationFile.parse("""
                accounts: [{id: "222222222222"}, {id: "444444444444"}]
                delegatedAdministrators: ["222222222222", "444444444444"]
                delegatedServices: {"444444444444": [ram.amazonaws.com, ssm.amazonaws.com]}
                behaviours: {emptyPages: never}
                """);
        try (var sim = Sim.start(file)) {
            assertThat(administrators(sim, "ram.amazonaws.com")).containsExactly("222222222222", "444444444444");
            assertThat(administrators(sim, "macie.amazonaws.com")).containsExactly("222222222222");
            assertThat(administrators(sim, null)).containsExactly("222222222222", "444444444444");
            var token = sim.organizations()
                    .listDelegatedAdministrators(
                            it -> it.servicePrincipal("ram.amazonaws.com").maxResults(1))
                    .nextToken();
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> sim.organizations()
                    .listDelegatedAdministrators(
                            it -> it.servicePrincipal("ssm.amazonaws.com").nextToken(token)));
        }
    }

    private static List<String> administrators(Sim sim, String service) {
        return sim
                .organizations()
                .listDelegatedAdministrators(it -> it.servicePrincipal(service))
                .delegatedAdministrators()
                .stream()
                .map(DelegatedAdministrator::id)
                .toList();
    }

    @Test
    void saysWhatDoesNotExist() {
        try (var sim = Sim.start(Orgs.with())) {
            var organizations = sim.organizations();

            assertThatExceptionOfType(AccountNotFoundException.class)
                    .isThrownBy(() -> organizations.describeAccount(it -> it.accountId("999999999999")));
            assertThatExceptionOfType(ParentNotFoundException.class)
                    .isThrownBy(() -> organizations.listAccountsForParent(it -> it.parentId("r-none")));
            assertThatExceptionOfType(ChildNotFoundException.class)
                    .isThrownBy(() -> organizations.listParents(it -> it.childId("999999999999")));
            assertThatExceptionOfType(TargetNotFoundException.class)
                    .isThrownBy(() -> organizations.listTagsForResource(it -> it.resourceId("999999999999")));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> organizations.listAccountsForParent(it -> it.parentId("nonsense")))
                    .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("INVALID_PATTERN"));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> organizations.listParents(_ -> {}))
                    .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("INPUT_REQUIRED"));
        }
    }

    @Test
    void answersAdministratorsOnly() {
        var organization = Orgs.with().withDelegatedAdministrators(List.of());
        try (var sim = Sim.start(organization)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> sim.organizations().listAccounts(_ -> {}))
                    .withMessageContaining("You don't have permissions to access this resource.")
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400));
            assertThat(sim.organizations(Sim.ADMINISTRATOR)
                            .listAccounts(_ -> {})
                            .accounts())
                    .hasSize(3);
            assertThat(sim.organizations()
                            .describeOrganization(_ -> {})
                            .organization()
                            .masterAccountId())
                    .isEqualTo(OrganizationFile.MANAGEMENT_ACCOUNT);
        }
    }

    @Test
    void knowsNothingOfAnAccountOutsideOfTheOrganization() {
        var accounts = Orgs.with().accounts().stream()
                .filter(it -> !it.id().equals(Sim.REVIEWS))
                .toList();
        try (var sim = Sim.start(Orgs.with().withAccounts(accounts))) {
            assertThatExceptionOfType(AwsOrganizationsNotInUseException.class)
                    .isThrownBy(() -> sim.organizations(Sim.REVIEWER).describeOrganization(_ -> {}));
            assertThat(sim.organizations().listAccounts(_ -> {}).accounts())
                    .extracting(Account::id)
                    .doesNotContain(Sim.REVIEWS);
        }
    }

    @Test
    void givesAnEmptyPageBeforeEachPageIfTold() {
        var always = Behaviours.DEFAULTS.with(Behaviours.EmptyPages.ALWAYS);
        try (var sim = Sim.start(GeneratedOrganization.of(30, 0, 7).withBehaviours(always))) {
            var pages = sim.organizations().listAccountsPaginator().stream().toList();

            assertThat(pages).extracting(it -> it.accounts().size()).containsExactly(0, 20, 0, 10);
            assertThat(sim.admin("/admin/calls")
                            .at("/organizations.ListAccounts/emptyPages")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void givesEmptyPagesRarelyAndTheSameOnesForTheSameSeed() {
        var organization = GeneratedOrganization.of(1000, 0, 3);
        int first = pages(organization);
        int second = pages(organization);

        assertThat(first).isEqualTo(second).isBetween(51, 54);
    }

    private static int pages(OrganizationFile organization) {
        try (var sim = Sim.start(organization)) {
            return (int) sim.organizations().listAccountsPaginator().stream().count();
        }
    }

    @Test
    void refusesATokenOfAnotherListOrAForgedOne() {
        var accounts = IntStream.range(0, 25)
                .mapToObj(it -> AccountFile.of(String.valueOf(400000000000L + it), "a" + it, "Workloads/Prod"))
                .toArray(AccountFile[]::new);
        try (var sim = Sim.start(Orgs.with(accounts).withBehaviours(noEmptyPages()))) {
            var organizations = sim.organizations();
            var token = organizations.listAccounts(_ -> {}).nextToken();
            var prod = organizations
                    .listParents(it -> it.childId("400000000000"))
                    .parents()
                    .getFirst()
                    .id();

            for (var bad : List.of("forged", token.substring(1), "Z" + token.substring(1))) {
                assertThatExceptionOfType(InvalidInputException.class)
                        .isThrownBy(() -> organizations.listAccounts(it -> it.nextToken(bad)))
                        .satisfies(it -> assertThat(it.reasonAsString()).isEqualTo("INVALID_NEXT_TOKEN"));
            }
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> organizations.listAccountsForParent(
                            it -> it.parentId(prod).nextToken(token)));
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> sim.organizations(Sim.ADMINISTRATOR).listAccounts(it -> it.nextToken(token)));
        }
    }

    private static Behaviours noEmptyPages() {
        return Behaviours.DEFAULTS.with(Behaviours.EmptyPages.NEVER);
    }
}
