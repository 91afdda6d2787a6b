package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RoleFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.RegionDisabledException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.sts.model.Tag;
import software.amazon.awssdk.services.wellarchitected.model.AccessDeniedException;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;

class StsTest {

    @Test
    void saysWhoTheCallerIs() {
        try (var sim = Sim.start(Orgs.with(Orgs.member()))) {
            var user = sim.sts().getCallerIdentity();
            var session = sim.sts(Region.EU_WEST_1, sim.assume(Orgs.MEMBER)).getCallerIdentity();

            assertThat(user.arn()).isEqualTo("arn:aws:iam::222222222222:user/automation");
            assertThat(session.account()).isEqualTo(Orgs.MEMBER);
            assertThat(session.arn()).isEqualTo("arn:aws:sts::444444444444:assumed-role/WellArchitectedShares/test");
            assertThat(session.userId()).matches("AROA[A-Z2-7]{17}:test");
        }
    }

    @Test
    void givesASessionForAsLongAsAsked() {
        try (var sim = Sim.start(Orgs.with(Orgs.member()))) {
            var answer = sim.sts().assumeRole(it -> it.roleArn(Sim.roleArn(Orgs.MEMBER))
                    .roleSessionName("sweep-1")
                    .durationSeconds(900));

            assertThat(answer.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
            assertThat(answer.credentials().expiration())
                    .isBetween(Instant.now().plusSeconds(880), Instant.now().plusSeconds(901));
            assertThat(answer.assumedRoleUser().arn())
                    .isEqualTo("arn:aws:sts::444444444444:assumed-role/WellArchitectedShares/sweep-1");
            assertThat(answer.packedPolicySize()).isNull();
        }
    }

    @Test
    void saysTheSameOfAMissingRoleAndAWrongTrust() {
        var stranger = new RoleFile(
                "WellArchitectedShares", null, List.of("999999999999"), null, null, List.of("*"), null, null, null);
        try (var sim = Sim.start(
                Orgs.with(Orgs.member().withRoles(List.of()), Orgs.otherMember().withRoles(List.of(stranger))))) {
            assertDenied(sim, Orgs.MEMBER, _ -> {}, expected(Orgs.MEMBER));
            assertDenied(sim, Orgs.OTHER_MEMBER, _ -> {}, expected(Orgs.OTHER_MEMBER));
            assertDenied(sim, "999999999999", _ -> {}, expected("999999999999"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = AccountState.class, mode = Mode.EXCLUDE, names = "ACTIVE")
    void saysTheSameOfAnAccountThatIsNotActive(AccountState state) {
        try (var sim = Sim.start(Orgs.with(Orgs.member().withState(state)))) {
            assertDenied(sim, Orgs.MEMBER, _ -> {}, expected(Orgs.MEMBER));
        }
    }

    @Test
    void wantsTheExternalIdTheTrustPolicyNames() {
        var role = RoleFile.allowing("WellArchitectedShares", List.of("*")).withExternalId("secret-word");
        try (var sim = Sim.start(Orgs.with(Orgs.member().withRoles(List.of(role))))) {
            assertDenied(sim, Orgs.MEMBER, _ -> {}, expected(Orgs.MEMBER));
            assertDenied(sim, Orgs.MEMBER, it -> it.externalId("other-word"), expected(Orgs.MEMBER));

            assertThat(sim.assume(Orgs.MEMBER, it -> it.externalId("secret-word")))
                    .isNotNull();
        }
    }

    @Test
    void evaluatesTrustConditionsOnOrganizationAndPrincipal() {
        var inOrganization = trust("{Effect: Allow, Principal: {AWS: '*'}, Action: 'sts:AssumeRole',"
                + " Condition: {StringEquals: {'aws:PrincipalOrgID': o-exampleorgid},"
                + " ArnLike: {'aws:PrincipalArn': 'arn:aws:iam::222222222222:user/auto*'}}}");
        var elsewhere = trust("{Effect: Allow, Principal: {AWS: '*'}, Action: 'sts:AssumeRole',"
                + " Condition: {StringEquals: {'aws:PrincipalOrgID': o-anotherorgid}}}");
        var organization = OrganizationFile.parse("""
                id: o-exampleorgid
                accounts: []
                """)
                .withAccounts(List.of(
                        AccountFile.of(Orgs.MEMBER, "a", null).withRoles(List.of(inOrganization)),
                        AccountFile.of(Orgs.OTHER_MEMBER, "b", null).withRoles(List.of(elsewhere))));
        try (var sim = Sim.start(organization)) {
            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
            assertDenied(sim, Orgs.OTHER_MEMBER, _ -> {}, expected(Orgs.OTHER_MEMBER));
        }
    }

    @Test
    void wantsATrustOfItsOwnForSourceIdentityAndTags() {
        var both = trust("{Effect: Allow, Principal: {AWS: '222222222222'},"
                + " Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession']}");
        try (var sim = Sim.start(Orgs.with(Orgs.member(), Orgs.otherMember().withRoles(List.of(both))))) {
            Consumer<AssumeRoleRequest.Builder> identity = it -> it.sourceIdentity("sharewell");
            Consumer<AssumeRoleRequest.Builder> tags =
                    it -> it.tags(Tag.builder().key("sweep").value("1").build());

            assertDenied(sim, Orgs.MEMBER, identity, "not authorized to perform: sts:SetSourceIdentity on resource: ");
            assertDenied(sim, Orgs.MEMBER, tags, "not authorized to perform: sts:TagSession on resource: ");
            assertThat(sim.assume(Orgs.OTHER_MEMBER, identity.andThen(tags))).isNotNull();
        }
    }

    @Test
    void refusesToExceedTheRolesMaximumAndTheModels() {
        try (var sim = Sim.start(Orgs.with(Orgs.member()))) {
            assertInvalid(
                    sim,
                    it -> it.durationSeconds(3601),
                    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
            assertInvalid(
                    sim,
                    it -> it.durationSeconds(899),
                    "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member"
                            + " must have value greater than or equal to 900");
            assertInvalid(sim, it -> it.roleArn("arn:aws:iam::1:user/nobody"), "arn:aws:iam::1:user/nobody is invalid");
            assertInvalid(sim, it -> it.roleSessionName("no blanks"), "at 'roleSessionName' failed to satisfy");
        }
    }

    @Test
    void givesAChainedSessionAnHourAtMostWhateverTheRoleAllows() {
        var longLived = new RoleFile(
                "WellArchitectedShares", null, List.of("*"), null, null, List.of("sts:*"), null, null, 43200);
        try (var sim = Sim.start(Orgs.with(
                Orgs.member().withRoles(List.of(longLived)), Orgs.otherMember().withRoles(List.of(longLived))))) {
            assertThat(sim.assume(Orgs.MEMBER, it -> it.durationSeconds(43200))).isNotNull();
            var chained = sim.sts(Region.EU_WEST_1, sim.assume(Orgs.MEMBER));

            assertThat(chained.assumeRole(it -> it.roleArn(Sim.roleArn(Orgs.OTHER_MEMBER))
                                    .roleSessionName("chained")
                                    .durationSeconds(3600))
                            .credentials())
                    .isNotNull();
            assertThatExceptionOfType(StsException.class)
                    .isThrownBy(() -> chained.assumeRole(it -> it.roleArn(Sim.roleArn(Orgs.OTHER_MEMBER))
                            .roleSessionName("chained")
                            .durationSeconds(3601)))
                    .withMessageContaining("exceeds the 1 hour session limit for roles assumed by role chaining");
        }
    }

    @Test
    void narrowsASessionByItsPolicy() {
        var policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"wellarchitected:ListWorkloadShares\",\"Resource\":\"*\"}]}";
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var session = sim.sts().assumeRole(it -> it.roleArn(Sim.roleArn(Orgs.MEMBER))
                    .roleSessionName("narrow")
                    .policy(policy));
            var workloads = sim.wellArchitected(credentials(session.credentials()));

            assertThat(session.packedPolicySize()).isBetween(1, 10);
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> workloads.listWorkloads(_ -> {}))
                    .withMessageContaining(
                            "User: arn:aws:sts::444444444444:assumed-role/WellArchitectedShares/narrow is not"
                                    + " authorized to perform: wellarchitected:ListWorkloads on resource: * because no session"
                                    + " policy allows the wellarchitected:ListWorkloads action");
        }
    }

    @Test
    void refusesABadOrTooLargeSessionPolicy() {
        var large = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"" + "x".repeat(2048)
                + "\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
        try (var sim = Sim.start(Orgs.with(Orgs.member()))) {
            assertThatExceptionOfType(MalformedPolicyDocumentException.class)
                    .isThrownBy(() -> sim.assume(Orgs.MEMBER, it -> it.policy("{no json")));
            assertThatExceptionOfType(MalformedPolicyDocumentException.class)
                    .isThrownBy(
                            () -> sim.assume(Orgs.MEMBER, it -> it.policy("{\"Statement\":[{\"Effect\":\"Allow\"}]}")));
            assertThatExceptionOfType(PackedPolicyTooLargeException.class)
                    .isThrownBy(() -> sim.assume(Orgs.MEMBER, it -> it.policy(large)))
                    .withMessageContaining("of allotted space")
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("PackedPolicyTooLarge"));
        }
    }

    @Test
    void wantsStsActiveInTheTargetAccount() {
        var switchedOff = new AccountFile(
                Orgs.MEMBER, "a", null, null, null, null, null, null, List.of("eu-west-1"), null, null, null);
        try (var sim = Sim.start(Orgs.with(switchedOff, Orgs.otherMember()))) {
            assertThatExceptionOfType(RegionDisabledException.class)
                    .isThrownBy(() -> sim.assume(Orgs.MEMBER))
                    .withMessageContaining("STS is not activated in this region for account:444444444444")
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403));
            assertThat(sim.sts(Region.US_EAST_1, Sim.AUTOMATION)
                            .assumeRole(
                                    it -> it.roleArn(Sim.roleArn(Orgs.MEMBER)).roleSessionName("elsewhere"))
                            .credentials())
                    .isNotNull();
        }
    }

    @Test
    void namesAServiceControlPolicyThatDeniesTheCaller() {
        var deny = Map.of("NoRoles", yaml("{Statement: [{Effect: Deny, Action: 'sts:AssumeRole', Resource: '*'}]}"));
        var accounts = Orgs.with(Orgs.member()).accounts().stream()
                .map(it -> it.id().equals(OrganizationFile.AUTOMATION_ACCOUNT)
                        ? it.withServiceControlPolicies(List.of("NoRoles"))
                        : it)
                .toList();
        try (var sim = Sim.start(Orgs.with().withServiceControlPolicies(deny).withAccounts(accounts))) {
            assertDenied(
                    sim,
                    Orgs.MEMBER,
                    _ -> {},
                    "with an explicit deny in a service control policy: arn:aws:organizations::111111111111:policy/o-");
        }
    }

    @Test
    void endsASessionByTheSimulatorsClock() {
        try (var sim = Sim.start(Orgs.with(Orgs.owner()))) {
            var session = sim.assume(Orgs.MEMBER);
            sim.advance("PT59M");
            assertThat(sim.wellArchitected(session).listWorkloads(_ -> {}).workloadSummaries())
                    .hasSize(1);
            sim.advance("PT2M");

            assertThatExceptionOfType(WellArchitectedException.class)
                    .isThrownBy(() -> sim.wellArchitected(session).listWorkloads(_ -> {}))
                    .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403))
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException"));
            assertThatExceptionOfType(StsException.class)
                    .isThrownBy(() -> sim.sts(Region.EU_WEST_1, session).getCallerIdentity())
                    .satisfies(
                            it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("ExpiredToken"));
        }
    }

    private static void assertDenied(
            Sim sim, String account, Consumer<AssumeRoleRequest.Builder> more, String message) {
        assertThatExceptionOfType(StsException.class)
                .isThrownBy(() -> sim.assume(account, more))
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(403))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    }

    private static void assertInvalid(Sim sim, Consumer<AssumeRoleRequest.Builder> more, String message) {
        assertThatExceptionOfType(StsException.class)
                .isThrownBy(() -> sim.assume(Orgs.MEMBER, more))
                .withMessageContaining(message)
                .satisfies(it -> assertThat(it.statusCode()).isEqualTo(400))
                .satisfies(it -> assertThat(it.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
    }

    /** The whole message up to what the client adds to it. */
    private static String expected(String account) {
        return "User: arn:aws:iam::222222222222:user/automation is not authorized to perform: sts:AssumeRole on resource: "
                + Sim.roleArn(account) + " (Service: Sts";
    }

    private static AwsSessionCredentials credentials(software.amazon.awssdk.services.sts.model.Credentials given) {
        return AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private static RoleFile trust(String statement) {
        return RoleFile.allowing("WellArchitectedShares", List.of("*"))
                .withTrustPolicy(yaml("{Version: '2012-10-17', Statement: [" + statement + "]}"));
    }

    private static JsonNode yaml(String text) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
