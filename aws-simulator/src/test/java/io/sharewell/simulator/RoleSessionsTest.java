package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RoleFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.model.AccessDeniedException;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.sts.model.Tag;
import software.amazon.awssdk.services.wellarchitected.model.Workload;

/** What sessions carry along, and whom SCPs spare. */
class RoleSessionsTest {

    private static final String READ_ONLY = "arn:aws:iam::aws:policy/WellArchitectedConsoleReadOnlyAccess";

    private static Sim sim;

    @BeforeAll
    static void start() {
        var deny = OrganizationFile.parse("""
                rootServiceControlPolicies: [NoOrganizations]
                serviceControlPolicies:
                  NoOrganizations:
                    Version: "2012-10-17"
                    Statement: [{Effect: Deny, Action: "organizations:*", Resource: "*"}]
                """);
        sim = Sim.start(deny.withAccounts(List.of(account(Orgs.MEMBER), account(Orgs.OTHER_MEMBER))));
    }

    private static AccountFile account(String id) {
        var trust = JsonNodeFactory.instance.objectNode().put("Version", "2012-10-17");
        trust.putObject("Statement")
                .put("Effect", "Allow")
                .put("Principal", "*")
                .put("Action", "sts:*");
        return AccountFile.of(id, "account-" + id, null)
                .withRoles(List.of(
                        RoleFile.allowing("WellArchitectedShares", List.of("*")).withTrustPolicy(trust)))
                .withWorkloads(Orgs.in("eu-west-1", 1));
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    @Test
    void serviceControlPoliciesSpareTheManagementAccountAlone() {
        assertThatNoException()
                .isThrownBy(() -> sim.organizations(Sim.ADMINISTRATOR).listAccounts(_ -> {}));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> sim.organizations(Sim.AUTOMATION).listAccounts(_ -> {}))
                .withMessageContaining("with an explicit deny in a service control policy");
    }

    @Test
    void aChainedSessionKeepsItsSourceIdentity() {
        var first = sim.assume(Orgs.MEMBER, it -> it.sourceIdentity("anna"));

        assertThat(chained(first, _ -> {}).sourceIdentity()).isEqualTo("anna");
        assertRefused(
                first,
                it -> it.sourceIdentity("ben"),
                "ValidationError",
                "The source identity is already set for this assume role session");
    }

    @Test
    void transitiveTagsGoOnDownTheChainAndCannotBeOverwritten() {
        var first = sim.assume(Orgs.MEMBER, it -> it.tags(tag("team", "blue"), tag("stage", "prod"))
                .transitiveTagKeys("Team"));

        assertThat(chained(first, it -> it.tags(tag("stage", "test"))).assumedRoleUser())
                .isNotNull();
        assertRefused(
                first,
                it -> it.tags(tag("TEAM", "red")),
                "InvalidParameterValue",
                "conflicts with a transitive tag key from the calling session");
    }

    @Test
    void refusesTagsThatContradictThemselves() {
        var session = sim.assume(Orgs.MEMBER);

        assertRefused(
                session,
                it -> it.tags(tag("team", "blue"), tag("Team", "red")),
                "InvalidParameterValue",
                "Duplicate tag keys found");
        assertRefused(
                session,
                it -> it.tags(tag("team", "blue")).transitiveTagKeys("stage"),
                "InvalidParameterValue",
                "The specified transitive tag key must be included in the requested tags.");
    }

    @Test
    void takesTenManagedSessionPoliciesAndNoMore() {
        var policy = PolicyDescriptorType.builder().arn(READ_ONLY).build();

        assertThat(sim.assume(Orgs.MEMBER, it -> it.policyArns(Collections.nCopies(10, policy))))
                .isNotNull();
        assertThatExceptionOfType(StsException.class)
                .isThrownBy(() -> sim.assume(Orgs.MEMBER, it -> it.policyArns(Collections.nCopies(11, policy))))
                .withMessageContaining("at 'policyArns' failed to satisfy constraint");
    }

    @Test
    void aWorkloadsTagsAreConditionKeys() {
        var owner = sim.wellArchitectedOf(Orgs.OTHER_MEMBER);
        var id = owner.listWorkloads(_ -> {}).workloadSummaries().getFirst();
        owner.tagResource(it -> it.workloadArn(id.workloadArn()).tags(Map.of("team", "blue")));

        assertThat(read(id.workloadId(), "blue")).isNotNull();
        assertThatExceptionOfType(software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException.class)
                .isThrownBy(() -> read(id.workloadId(), "red"))
                .withMessageContaining("because no session policy allows the wellarchitected:GetWorkload action");
    }

    private static Workload read(String workload, String team) {
        var policy = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"wellarchitected:*\","
                + "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"" + team + "\"}}}}";
        return sim.wellArchitected(sim.assume(Orgs.OTHER_MEMBER, it -> it.policy(policy)))
                .getWorkload(it -> it.workloadId(workload))
                .workload();
    }

    private static AssumeRoleResponse chained(AwsSessionCredentials session, Consumer<AssumeRoleRequest.Builder> more) {
        return sim.sts(Region.EU_WEST_1, session).assumeRole(it -> {
            it.roleArn(Sim.roleArn(Orgs.OTHER_MEMBER)).roleSessionName("second");
            more.accept(it);
        });
    }

    private static void assertRefused(
            AwsSessionCredentials session, Consumer<AssumeRoleRequest.Builder> more, String code, String message) {
        assertThatExceptionOfType(StsException.class)
                .isThrownBy(() -> chained(session, more))
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    void aRolesPoliciesRuleItsSessionsAsTheyStand() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);

            replaceRole(sim, "account:*");
            assertThatExceptionOfType(software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException.class)
                    .isThrownBy(() -> client.listWorkloads(_ -> {}))
                    .withMessageContaining("no identity-based policy allows the wellarchitected:ListWorkloads action");

            replaceRole(sim, "wellarchitected:*");
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
            sim.admin("DELETE", "/admin/roles?accountId=444444444444&name=WellArchitectedShares", "");
            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(1);
        }
    }

    private static void replaceRole(Sim sim, String action) {
        sim.admin("POST", "/admin/roles", """
                {"accountId": "444444444444", "role": {"name": "WellArchitectedShares", "actions": ["%s"]}}
                """.formatted(action));
    }
}
