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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class IamTest {

    private static final String ROLE = "MemberRole";

    /** With the session of a member account, the broker calls Account Management; everything else as itself. */
    private static final Predicate<String> WITH_A_MEMBERS_SESSION = action -> action.startsWith("account:");

    private static Template memberPolicies() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "Policies");
    }

    private static Template trust() throws IOException {
        return Template.read("member-role.yaml").at("Resources", ROLE, "Properties", "AssumeRolePolicyDocument");
    }

    @Test
    void accountDiscoveryMayDoWhatItCallsAndNothingElse() throws IOException {
        Set<String> calls = Code.awsActions("io.sharewell.discovery");

        assertThat(calls).isNotEmpty();
        assertThat(Template.read("account-discovery-policy.json").actions()).isEqualTo(calls);
        assertThat(Template.read("organizations-delegation-policy.json").actions())
                .isEqualTo(calls);
    }

    @Test
    void theBrokerMayDoWhatItCallsAndNothingElse() throws IOException {
        Set<String> calls = Code.awsActions("io.sharewell.broker");
        calls.removeIf(WITH_A_MEMBERS_SESSION);

        assertThat(Template.read("credential-broker-policy.json").actions())
                .isNotEmpty()
                .isEqualTo(calls);
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
        assertThat(Template.read("credential-broker-policy.json").root().toString())
                .contains("arn:aws:iam::*:role/" + name);
    }

    @Test
    void anActionMoreOrLessInAPolicyIsCaught() {
        Set<String> calls = Code.awsActions("io.sharewell.scanner");

        assertThat(calls).contains("wellarchitected:ListWorkloads");
        assertThat(Template.parse("{Statement: [{Action: ['wellarchitected:*']}]}")
                        .actions())
                .isNotEqualTo(calls);
    }
}
