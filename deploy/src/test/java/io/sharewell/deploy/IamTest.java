package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.broker.BrokerSettings;
import io.sharewell.broker.domain.SessionPolicy;
import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.seal.SealContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamTest {

    private static final String ROLE = "MemberRole";

    private static Template memberPolicies() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "Policies");
    }

    private static Template servicePolicies(String role) throws IOException {
        return Template.read("service-roles.yaml").at("Resources", role, "Properties", "Policies");
    }

    private static Template trust() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "AssumeRolePolicyDocument");
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyAllowsWhatIsCalledAndNothingElse(Policy policy) throws IOException {
        assertThat(policy.read().actions()).isNotEmpty();
        assertThat(policy.faults(policy.read())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anActionThatIsTakenFromAPolicyIsMissed(Policy policy) throws IOException {
        for (String action : policy.read().actions()) {
            assertThat(policy.faults(policy.read().without(action))).containsExactly(policy + " lacks " + action);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActionThatIsAddedToAPolicyIsNoticed(Policy policy) throws IOException {
        Set<String> others = new TreeSet<>(Set.of("iam:PassRole", "wellarchitected:*", "*"));
        for (Policy other : Policy.values()) {
            others.addAll(other.read().actions());
        }
        others.removeAll(policy.read().actions());

        for (String action : others) {
            assertThat(policy.faults(policy.read().with(action)))
                    .containsExactly(policy + " allows " + action + ", which nothing calls");
        }
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
                .contains("arn:${AWS::Partition}:iam::*:role${RolePath}${MemberRoleName}");
    }

    @Test
    void theMerePolicyOfTheBrokerNamesTheSameRoleAsTheTemplate() throws IOException {
        Stack stack = Stack.of("service-roles.yaml", "111122223333", Map.of());

        assertThat(Template.read("credential-broker-policy.json").root().toString())
                .contains("arn:aws:iam::*:role/WellArchitectedShares");
        assertThat(stack.policies("CredentialBroker").toString()).contains("arn:aws:iam::*:role/WellArchitectedShares");
    }

    @Test
    void theAcceptanceRoleTrustsWhomTheMemberRoleTrusts() throws IOException {
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
    @ValueSource(strings = {"AccountDiscovery", "CredentialBroker"})
    void byPodIdentityTheServicesRolesTrustEks(String role) throws IOException {
        Stack stack = Stack.of("service-roles.yaml", "111122223333", Map.of("Identity", "PodIdentity"));

        assertThat(stack.trust(role).get("Statement"))
                .isEqualTo(List.of(Map.of(
                        "Effect", "Allow",
                        "Principal", Map.of("Service", "pods.eks.amazonaws.com"),
                        "Action", List.of("sts:AssumeRole", "sts:TagSession"))));
    }
}
