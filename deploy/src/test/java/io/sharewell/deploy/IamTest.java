package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.broker.BrokerSettings;
import io.sharewell.broker.domain.SessionPolicy;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.seal.SealContext;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamTest {

    private static final String ROLE = "MemberRole";

    /** With the session of a member account, the broker calls Account Management; everything else as itself. */
    private static final Predicate<String> WITH_A_MEMBERS_SESSION = action -> action.startsWith("account:");

    private static Template memberPolicies() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "Policies");
    }

    private static Template servicePolicies(String role) throws IOException {
        return Template.read("service-roles.yaml").at("Resources", role, "Properties", "Policies");
    }

    private static Template trust() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "AssumeRolePolicyDocument");
    }

    @Test
    void accountDiscoveryMayDoWhatItCallsAndNothingElse() throws IOException {
        Set<String> calls = Code.awsActions("io.sharewell.discovery");

        assertThat(calls).isNotEmpty();
        assertThat(servicePolicies("AccountDiscovery").actions()).isEqualTo(calls);
        assertThat(Template.read("management-account.yaml").at("Resources").actions())
                .isEqualTo(calls);
    }

    @Test
    void theBrokerMayDoWhatItCallsAndNothingElse() throws IOException {
        Set<String> calls = Code.awsActions("io.sharewell.broker");
        calls.removeIf(WITH_A_MEMBERS_SESSION);

        assertThat(servicePolicies("CredentialBroker").actions()).isNotEmpty().isEqualTo(calls);
    }

    @Test
    void theMemberRoleMayDoWhatIsCalledWithItsSessionsAndNothingElse() throws IOException {
        Set<String> calls = Code.awsActions("io.sharewell.broker");
        calls.removeIf(WITH_A_MEMBERS_SESSION.negate());
        calls.addAll(Code.awsActions("io.sharewell.scanner"));
        calls.addAll(Code.awsActions("io.sharewell.writer"));

        assertThat(memberPolicies().actions()).isNotEmpty().isEqualTo(calls);
    }

    @Test
    void theSessionPoliciesOfAllPurposesNeedTheWholeMemberRole() throws IOException {
        Set<String> sessions = new TreeSet<>();
        for (Purpose purpose : Purpose.values()) {
            String policy =
                    SessionPolicy.of(new SealContext("sweep", AccountId.of("111122223333"), purpose, Mode.APPLY));
            sessions.addAll(Template.parse(policy).actions());
        }

        assertThat(memberPolicies().actions()).isEqualTo(sessions);
    }

    @Test
    void withAllFeaturesOffTheMemberRoleIsTheOriginals() throws IOException {
        List<?> statements = (List<?>) ((List<?>) memberPolicies().root())
                .stream()
                        .map(policy -> new Template(policy)
                                .at("PolicyDocument", "Statement")
                                .root())
                        .findFirst()
                        .orElseThrow();

        assertThat(new Template(statements.stream()
                                .filter(statement -> !((Map<?, ?>) statement).containsKey("!If"))
                                .toList())
                        .actions())
                .containsExactlyInAnyOrder(
                        "wellarchitected:ListWorkloads",
                        "wellarchitected:ListWorkloadShares",
                        "wellarchitected:CreateWorkloadShare");
    }

    @Test
    void theTrustNamesTheAccountAndNarrowsItByConditions() throws IOException {
        Map<?, ?> statement = (Map<?, ?>) ((List<?>) trust().at("Statement").root()).getFirst();

        assertThat(trust().actions()).containsExactly("sts:AssumeRole");
        assertThat(new Template(statement).at("Principal", "AWS", "!Sub").root())
                .isEqualTo("arn:${AWS::Partition}:iam::${AutomationAccountId}:root");
        assertThat(new Template(statement).at("Condition", "ArnLike").root())
                .isEqualTo(Map.of("aws:PrincipalArn", Map.of("!Ref", "CallerArns")));
        assertThat((Map<?, ?>)
                        new Template(statement).at("Condition", "StringEquals").root())
                .hasToString("{aws:PrincipalOrgID={!Ref=OrganizationId}, sts:ExternalId={!If=[HasExternalId,"
                        + " {!Ref=ExternalId}, {!Ref=AWS::NoValue}]}}");
    }

    @Test
    void theRoleHasTheNameThatTheBrokerAssumes() throws IOException {
        String name = Defaults.of(BrokerSettings.class, "roleName");

        assertThat(Template.read("member-role.yaml")
                        .at("Parameters", "RoleName", "Default")
                        .root())
                .isEqualTo(name);
        assertThat(Template.read("service-roles.yaml")
                        .at("Parameters", "MemberRoleName", "Default")
                        .root())
                .isEqualTo(name);
        assertThat(servicePolicies("CredentialBroker").root().toString())
                .contains("arn:${AWS::Partition}:iam::*:role/${MemberRoleName}");
    }

    @Test
    void theMerePoliciesSayTheSameAsTheTemplates() throws IOException {
        Stack stack = Stack.of("service-roles.yaml", "111122223333", Map.of());

        assertThat(Template.read("account-discovery-policy.json").actions())
                .isEqualTo(servicePolicies("AccountDiscovery").actions());
        assertThat(Template.read("organizations-delegation-policy.json").actions())
                .isEqualTo(servicePolicies("AccountDiscovery").actions());
        assertThat(Template.read("credential-broker-policy.json").actions())
                .isEqualTo(servicePolicies("CredentialBroker").actions());
        assertThat(Template.read("credential-broker-policy.json").root().toString())
                .contains("arn:aws:iam::*:role/WellArchitectedShares");
        assertThat(stack.policies("CredentialBroker").toString()).contains("arn:aws:iam::*:role/WellArchitectedShares");
    }

    @Test
    void theAcceptanceRoleMayDoWhatAcceptingTakesAndNothingElse() throws IOException {
        String session =
                SessionPolicy.of(new SealContext("sweep", AccountId.of("333333333333"), Purpose.ACCEPT, Mode.APPLY));

        assertThat(Template.read("acceptance-role.yaml")
                        .at("Resources", "AcceptanceRole", "Properties", "Policies")
                        .actions())
                .isEqualTo(Template.parse(session).actions());
        assertThat(Template.read("acceptance-role.yaml")
                        .at("Resources", "AcceptanceRole", "Properties", "AssumeRolePolicyDocument")
                        .root())
                .isEqualTo(trust().root());
    }

    @Test
    void theServicesRolesTrustTheirOwnServiceAccountsAlone() throws IOException {
        Stack stack = Stack.of(
                "service-roles.yaml",
                "111122223333",
                Map.of("OidcProvider", "oidc.example/id/1", "Namespace", "sharewell"));

        assertThat(stack.trust("AccountDiscovery").toString())
                .contains("oidc.example/id/1:sub=system:serviceaccount:sharewell:account-discovery");
        assertThat(stack.trust("CredentialBroker").toString())
                .contains("oidc.example/id/1:sub=system:serviceaccount:sharewell:credential-broker")
                .doesNotContain("*");
    }

    @ParameterizedTest
    @CsvSource({
        "service-roles.yaml,  organizations:ListRoots,             organizations:ListParents",
        "service-roles.yaml,  ssm:GetParametersByPath,             ssm:*",
        "member-role.yaml,    wellarchitected:UpdateWorkloadShare, wellarchitected:UpdateWorkload",
        "acceptance-role.yaml,account:ListRegions,                 account:*"
    })
    void anActionMoreOrLessInAPolicyIsCaught(String file, String right, String wrong) throws IOException {
        String text = Files.readString(Code.ROOT.resolve("deploy/iam").resolve(file));
        Set<String> called = Template.parse(text).at("Resources").actions();
        called.remove("sts:AssumeRole");
        called.remove("sts:AssumeRoleWithWebIdentity");
        Set<String> everything = Code.awsActions("io.sharewell");

        assertThat(everything).containsAll(called).contains(right);
        assertThat(everything).doesNotContainAnyElementsOf(List.of(wrong));
        assertThat(Template.parse(text.replace(right, wrong)).at("Resources").actions())
                .isNotEqualTo(Template.parse(text).at("Resources").actions());
    }
}
