package io.sharewell.broker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.aws.RateLimiter;
import io.sharewell.broker.domain.Assumption;
import io.sharewell.broker.domain.SessionPolicy;
import io.sharewell.broker.domain.SessionRequest;
import io.sharewell.events.AccountId;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.HeldUpException.Kind;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.seal.SealContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Tag;

class StsRoleAssumerTest {

    private static final Region FIRST = Region.of("eu-west-1");
    private static final Region SECOND = Region.of("us-east-1");
    private static final Instant EXPIRY = Instant.parse("2026-11-21T09:00:00Z");
    private static final SealContext CONTEXT =
            new SealContext("sweep-1", AccountId.of("444455556666"), Purpose.SHARE, Mode.APPLY);
    private static final SessionRequest REQUEST = new SessionRequest(CONTEXT, "aws");
    private static final String DENIED = "User: arn:aws:sts::222222222222:assumed-role/broker/pod is not authorized to"
            + " perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/WellArchitectedShares";

    private final StsAnswers first = new StsAnswers();
    private final StsAnswers second = new StsAnswers();

    @Test
    void asksForTheConfiguredRoleWithTheNarrowedPolicy() {
        first.gives(session());

        assumer(plainRole()).assume(REQUEST);

        AssumeRoleRequest sent = first.requests.getFirst();
        assertThat(sent.roleArn()).isEqualTo("arn:aws:iam::444455556666:role/WellArchitectedShares");
        assertThat(sent.roleSessionName()).isEqualTo("sharewell-sweep-1");
        assertThat(sent.policy()).isEqualTo(SessionPolicy.of(CONTEXT));
        assertThat(sent.durationSeconds()).isEqualTo(3_600);
    }

    @Test
    void sendsNeitherExternalIdNorSourceIdentityNorTagsUnlessTold() {
        first.gives(session());

        assumer(plainRole()).assume(REQUEST);

        AssumeRoleRequest sent = first.requests.getFirst();
        assertThat(sent.externalId()).isNull();
        assertThat(sent.sourceIdentity()).isNull();
        assertThat(sent.hasTags()).isFalse();
        assertThat(sent.hasTransitiveTagKeys()).isFalse();
    }

    @Test
    void sendsPolicyExternalIdSourceIdentityAndTagsWhenTold() {
        first.gives(session());
        RoleSettings role = new RoleSettings(
                "Shares",
                Optional.empty(),
                "/central/",
                Optional.of("{\"Version\":\"2012-10-17\",\"Statement\":[]}"),
                Optional.of("ext-1"),
                Duration.ofMinutes(15),
                Optional.of("sharewell"),
                Map.of("team", "architecture"));

        assumer(role).assume(new SessionRequest(CONTEXT, "aws-us-gov"));

        AssumeRoleRequest sent = first.requests.getFirst();
        assertThat(sent.roleArn()).isEqualTo("arn:aws-us-gov:iam::444455556666:role/central/Shares");
        assertThat(sent.policy()).isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
        assertThat(sent.externalId()).isEqualTo("ext-1");
        assertThat(sent.sourceIdentity()).isEqualTo("sharewell");
        assertThat(sent.tags())
                .containsExactly(Tag.builder().key("team").value("architecture").build());
        assertThat(sent.durationSeconds()).isEqualTo(900);
    }

    @Test
    void asksForTheAcceptanceRoleToAcceptWith() {
        first.gives(session());
        RoleSettings role = new RoleSettings(
                "Shares",
                Optional.of(RoleArn.parse("arn:aws:iam::444455556666:role/team/Accepts")),
                "/",
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                Optional.empty(),
                Map.of());

        assumer(role)
                .assume(new SessionRequest(
                        new SealContext("sweep-1", CONTEXT.accountId(), Purpose.ACCEPT, Mode.APPLY), "aws"));

        assertThat(first.requests.getFirst().roleArn()).isEqualTo("arn:aws:iam::444455556666:role/team/Accepts");
    }

    @Test
    void tellsInWhichAccountTheSessionIs() {
        first.gives(session());

        assertThat(assumer(plainRole()).assume(REQUEST)).isInstanceOfSatisfying(Assumption.Assumed.class, it -> {
            assertThat(it.credentials().accountId()).isEqualTo(AccountId.of("777788889999"));
            assertThat(it.credentials().accessKeyId()).isEqualTo("ASIAEXAMPLE");
            assertThat(it.credentials().secretAccessKey().value()).isEqualTo("secret");
            assertThat(it.credentials().sessionToken().value()).isEqualTo("token");
            assertThat(it.expiresAt()).isEqualTo(EXPIRY);
        });
    }

    @Test
    void namesRoleAndAutomationAccountWhenDenied() {
        first.fails("AccessDenied", 403, DENIED);

        Problem problem = refused();

        assertThat(problem.reason()).isEqualTo(Reason.ROLE_NOT_ASSUMABLE);
        assertThat(problem.detail())
                .startsWith("arn:aws:iam::444455556666:role/WellArchitectedShares, wanted by account 222222222222:")
                .contains("AccessDenied");
        assertThat(problem.remedy()).contains("trust policy", "external id", "service control policy", "suspended");
        assertThat(second.requests).isEmpty();
    }

    @Test
    void namesTheRoleEvenIfAwsDoesNot() {
        first.fails("AccessDenied", 403, "Access denied");

        assertThat(refused().detail())
                .startsWith("arn:aws:iam::444455556666:role/WellArchitectedShares, wanted by the account that"
                        + " Sharewell runs in:");
    }

    @Test
    void goesToTheNextRegionWhereStsIsNotActive() {
        first.fails("RegionDisabledException", 403, "STS is not activated in this region for account:444455556666");
        second.gives(session());

        assertThat(assumer(plainRole()).assume(REQUEST)).isInstanceOf(Assumption.Assumed.class);
    }

    @Test
    void refusesWhenStsIsActiveInNoneOfTheRegions() {
        first.fails("RegionDisabledException", 403, "STS is not activated in this region for account:444455556666");
        second.fails("RegionDisabledException", 403, "STS is not activated in this region for account:444455556666");

        assertThat(refused().reason()).isEqualTo(Reason.STS_REGION_DISABLED);
    }

    @Test
    void callsRejectedSettingsWhatTheyAre() {
        first.fails("ValidationError", 400, "The requested DurationSeconds exceeds the MaxSessionDuration");

        assertThat(refused().reason()).isEqualTo(Reason.ROLE_SETTINGS_REJECTED);
    }

    @Test
    void refusesWhenItsOwnCredentialsAreRejected() {
        first.fails("InvalidClientTokenId", 403, "The security token included in the request is invalid.");

        assertThat(refused().reason()).isEqualTo(Reason.CREDENTIALS_REJECTED);
    }

    @Test
    void throwsThrottling() {
        first.fails("Throttling", 400, "Rate exceeded");

        assertThatThrownBy(() -> assumer(plainRole()).assume(REQUEST))
                .isInstanceOfSatisfying(HeldUpException.class, heldUp -> assertThat(heldUp.kind())
                        .isEqualTo(Kind.TROUBLE))
                .hasMessageContaining("Throttling");
    }

    @Test
    void asksForNoOtherRoleToAcceptWith() {
        Assumption answer = assumer(plainRole())
                .assume(new SessionRequest(
                        new SealContext("sweep-1", CONTEXT.accountId(), Purpose.ACCEPT, Mode.APPLY), "aws"));

        assertThat(answer).isInstanceOfSatisfying(Assumption.Refused.class, refused -> assertThat(
                        refused.problem().reason())
                .isEqualTo(Reason.NO_ACCEPTANCE_ROLE));
        assertThat(first.requests).isEmpty();
    }

    @Test
    void doesNotAskWithoutAToken() {
        RateLimiter.Single onceInAWhile = RateLimiter.single(0.001, 1);
        StsRoleAssumer assumer = new StsRoleAssumer(List.of(FIRST), _ -> first, plainRole(), onceInAWhile);
        first.gives(session());
        assumer.assume(REQUEST);

        assertThatThrownBy(() -> assumer.assume(REQUEST)).isInstanceOfSatisfying(HeldUpException.class, heldUp -> {
            assertThat(heldUp.kind()).isEqualTo(Kind.NO_TURN);
            assertThat(heldUp.untilTurn()).isEqualTo(StsRoleAssumer.LONGEST_WAIT);
        });
        assertThat(first.requests).hasSize(1);
    }

    private Problem refused() {
        Assumption answer = assumer(plainRole()).assume(REQUEST);
        assertThat(answer).isInstanceOf(Assumption.Refused.class);
        return ((Assumption.Refused) answer).problem();
    }

    private StsRoleAssumer assumer(RoleSettings role) {
        return new StsRoleAssumer(
                List.of(FIRST, SECOND),
                region -> region.equals(FIRST) ? first : second,
                role,
                RateLimiter.single(1_000, 1_000));
    }

    private static RoleSettings plainRole() {
        return new RoleSettings(
                "WellArchitectedShares",
                Optional.empty(),
                "/",
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                Optional.empty(),
                Map.of());
    }

    private static AssumeRoleResponse session() {
        return AssumeRoleResponse.builder()
                .assumedRoleUser(user -> user.assumedRoleId("AROAEXAMPLE:sharewell-sweep-1")
                        .arn("arn:aws:sts::777788889999:assumed-role/WellArchitectedShares/sharewell-sweep-1"))
                .credentials(credentials -> credentials
                        .accessKeyId("ASIAEXAMPLE")
                        .secretAccessKey("secret")
                        .sessionToken("token")
                        .expiration(EXPIRY))
                .build();
    }
}
