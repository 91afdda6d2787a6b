package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.AwsSimulator;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.model.Credentials;

/** The templates of deploy/iam in a simulated AWS: each operation is called with the AWS SDK under the policies. */
class IamSimulationTest {

    private static final String AUTOMATION = "222222222222";
    private static final String REVIEWS = "333333333333";
    private static final String MEMBER = "444444444444";
    private static final String MEMBER_ROLE = "arn:aws:iam::444444444444:role/WellArchitectedShares";
    private static final String ACCEPTANCE_ROLE = "arn:aws:iam::333333333333:role/WellArchitectedAcceptance";
    private static final String DISCOVERY = "arn:aws:iam::222222222222:role/sharewell-account-discovery";
    private static final String BROKER = "arn:aws:iam::222222222222:role/sharewell-credential-broker";
    private static final String BROKER_BY_POLICY = BROKER + "-by-policy";
    private static final String BROKER_WITH_PATH = BROKER + "-with-path";
    private static final String WITH_PATH = "555555555555";
    private static final String MEMBER_ROLE_WITH_PATH =
            "arn:aws:iam::555555555555:role/platform/cloud/WellArchitectedShares";

    private static AwsSimulator simulator;
    private static AwsCalls aws;

    @BeforeAll
    static void start() throws IOException {
        Stack service = Stack.of("service-roles.yaml", AUTOMATION, Map.of("AcceptanceRoleArn", ACCEPTANCE_ROLE));
        Map<String, String> path = Map.of("RolePath", "/platform/cloud/");
        Stack serviceWithPath = Stack.of("service-roles.yaml", AUTOMATION, path);
        Map<String, String> callers = Map.of(
                "AutomationAccountId", AUTOMATION, "OrganizationId", "o-exampleorgid", "CallerArns", BROKER + "*");
        Stack member = Stack.of("member-role.yaml", MEMBER, callers);
        Map<String, String> withPath = new HashMap<>(callers);
        withPath.putAll(path);
        Stack memberWithPath = Stack.of("member-role.yaml", WITH_PATH, withPath);
        Stack acceptance = Stack.of("acceptance-role.yaml", REVIEWS, callers);
        // The simulator has no cluster: a user of the automation account stands in for it
        Map<?, ?> trust = (Map<?, ?>) Template.parse("""
                {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "sts:AssumeRole",
                  Principal: {AWS: "arn:aws:iam::222222222222:root"}}]}""").root();
        simulator = start(Map.of(
                "id",
                "o-exampleorgid",
                "automationAccountId",
                AUTOMATION,
                "reviewsAccountId",
                REVIEWS,
                "accounts",
                List.of(
                        account(
                                AUTOMATION,
                                role("sharewell-account-discovery", trust, service.policies("AccountDiscovery")),
                                role("sharewell-credential-broker", trust, service.policies("CredentialBroker")),
                                role(
                                        "sharewell-credential-broker-by-policy",
                                        trust,
                                        List.of(Template.read("credential-broker-policy.json")
                                                .root())),
                                role(
                                        "sharewell-credential-broker-with-path",
                                        trust,
                                        serviceWithPath.policies("CredentialBroker"))),
                        account(
                                MEMBER,
                                role(
                                        "WellArchitectedShares",
                                        member.trust("MemberRole"),
                                        member.policies("MemberRole"))),
                        account(
                                WITH_PATH,
                                Map.of(
                                        "name",
                                        "WellArchitectedShares",
                                        "path",
                                        memberWithPath.properties("MemberRole").get("Path"),
                                        "trustPolicy",
                                        memberWithPath.trust("MemberRole"),
                                        "policies",
                                        memberWithPath.policies("MemberRole"))),
                        account(
                                REVIEWS,
                                role(
                                        "WellArchitectedAcceptance",
                                        acceptance.trust("AcceptanceRole"),
                                        acceptance.policies("AcceptanceRole"))))));
        aws = new AwsCalls(simulator.endpoint());
    }

    private static AwsSimulator start(Map<String, Object> organization) throws JsonProcessingException {
        return AwsSimulator.start(
                SimulatorOptions.of(OrganizationFile.parse(new ObjectMapper().writeValueAsString(organization)))
                        .withPort(0)
                        .withAdminPort(0));
    }

    private static Map<String, Object> account(String id, Object... roles) {
        return Map.of("id", id, "roles", List.of(roles), "workloads", Map.of("us-east-1", 1));
    }

    private static Map<String, Object> role(String name, Map<?, ?> trust, List<Object> policies) {
        return Map.of("name", name, "trustPolicy", trust, "policies", policies);
    }

    @AfterAll
    static void stop() {
        aws.close();
        simulator.close();
    }

    private static Credentials as(String role) {
        return aws.assume(null, role);
    }

    private static Credentials asBrokerInto(String role) {
        return aws.assume(as(BROKER), role);
    }

    @Test
    void accountDiscoveryMayCallAllItCalls() {
        Set<String> wanted = Code.awsActions("io.sharewell.discovery");

        assertThat(wanted).isNotEmpty().allSatisfy(action -> isAllowed(action, as(DISCOVERY)));
    }

    @Test
    void theBrokerMayCallAllItCalls() {
        Set<String> wanted = Code.awsActions("io.sharewell.broker");
        wanted.removeIf(action -> action.startsWith("account:"));

        assertThat(wanted).contains("sts:AssumeRole").allSatisfy(action -> isAllowed(action, as(BROKER)));
        assertThatCode(() -> asBrokerInto(ACCEPTANCE_ROLE)).doesNotThrowAnyException();
    }

    @Test
    void theBrokersMerePolicyOpensMembersAndAccepts() {
        assertThatCode(() -> aws.assume(as(BROKER_BY_POLICY), MEMBER_ROLE)).doesNotThrowAnyException();
        assertThatCode(() -> aws.assume(as(BROKER_BY_POLICY), ACCEPTANCE_ROLE)).doesNotThrowAnyException();
    }

    @Test
    void withAPathTheBrokerOpensTheRolesOfThatPathAlone() {
        assertThatCode(() -> aws.assume(as(BROKER_WITH_PATH), MEMBER_ROLE_WITH_PATH))
                .doesNotThrowAnyException();
        isDenied("sts:AssumeRole", as(BROKER_WITH_PATH));
    }

    @Test
    void withAMembersSessionAllIsAllowedThatIsCalledThere() {
        Set<String> wanted = calledWithSessions();
        wanted.removeIf(action -> action.endsWith("Invitation") || action.endsWith("Invitations"));

        assertThat(wanted).hasSizeGreaterThan(4).allSatisfy(action -> isAllowed(action, asBrokerInto(MEMBER_ROLE)));
    }

    @Test
    void withTheAcceptanceRolesSessionInvitationsMayBeAnswered() {
        assertThat(calledWithSessions().stream()
                        .filter(action -> action.contains("Invitation") || action.startsWith("account:")))
                .hasSize(3)
                .allSatisfy(action -> isAllowed(action, asBrokerInto(ACCEPTANCE_ROLE)));
    }

    @Test
    void nobodyMayDoWhatIsNotHisToDo() {
        isDenied("sts:AssumeRole", as(DISCOVERY));
        isDenied("organizations:ListAccounts", as(BROKER));
        isDenied("wellarchitected:ListWorkloads", as(BROKER));
        isDenied("wellarchitected:ListShareInvitations", asBrokerInto(MEMBER_ROLE));
        isDenied("organizations:ListAccounts", asBrokerInto(MEMBER_ROLE));
        isDenied("wellarchitected:ListWorkloads", asBrokerInto(ACCEPTANCE_ROLE));
    }

    @Test
    void theMemberRoleTrustsTheBrokersRoleAndNobodyElseOfTheAccount() {
        // The account's own user may call sts:AssumeRole on everything: it is the trust that refuses him
        assertThatThrownBy(() -> aws.assume(null, MEMBER_ROLE))
                .isInstanceOfSatisfying(
                        AwsServiceException.class, e -> assertThat(code(e)).isEqualTo("AccessDenied"));
    }

    @Test
    void everyOperationOfTheCodeIsCalledHere() {
        Set<String> all = calledWithSessions();
        all.addAll(Code.awsActions("io.sharewell.discovery"));
        all.addAll(Code.awsActions("io.sharewell.broker"));

        assertThat(aws.actions(MEMBER_ROLE)).isEqualTo(all);
    }

    private static Set<String> calledWithSessions() {
        Set<String> actions = Code.awsActions("io.sharewell.broker").stream()
                .filter(action -> action.startsWith("account:"))
                .collect(Collectors.toCollection(TreeSet::new));
        actions.addAll(Code.awsActions("io.sharewell.scanner"));
        actions.addAll(Code.awsActions("io.sharewell.writer"));
        return actions;
    }

    /** That what is asked for is not there is an answer, too: permission is looked at first. */
    private static void isAllowed(String action, Credentials caller) {
        try {
            aws.call(action, caller, MEMBER_ROLE);
        } catch (AwsServiceException e) {
            assertThat(code(e)).as(action).isIn("ResourceNotFoundException", "ValidationException");
        }
    }

    private static void isDenied(String action, Credentials caller) {
        assertThatThrownBy(() -> aws.call(action, caller, MEMBER_ROLE))
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(code(e)).as(action).startsWith("AccessDenied"));
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails().errorCode();
    }
}
