package io.sharewell.writer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Action;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.TargetOutcome;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.ManagementOptIn;
import io.sharewell.simulator.organization.Behaviours.SharedWithForm;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import io.sharewell.writer.domain.Target;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A whole organization as target: nobody is invited, and it depends on a setting of the Well-Architected Tool. */
class OrganizationTargetTest {

    private static final Target ORGANIZATION = new Target(
            Principal.of("arn:aws:organizations::111111111111:organization/o-exampleorgid"), Permission.READONLY);
    private static final Target STRANGE_ORGANIZATION = new Target(
            Principal.of("arn:aws:organizations::999999999999:organization/o-anotherone1"), Permission.READONLY);
    private static final Policies DEFAULTS =
            new Policies(OnExpired.RENEW, OnRefused.REPORT, OnFailed.REPORT, OnPermissionDifference.REPORT);
    private static final String CURE = "Enable AWS Organizations support";

    @Test
    void isAssociatedWithoutAnInvitation() {
        try (OwnerAccount owner = owner(ORGANIZATION, true)) {
            assertThat(outcomes(owner, "s1")).allSatisfy(outcome -> {
                assertThat(outcome.action()).isEqualTo(Action.CREATED);
                assertThat(outcome.status()).isEqualTo("ASSOCIATING");
                assertThat(outcome.problem()).isNull();
            });
            owner.admin().post("clock", "{\"advance\":\"PT10M\"}");
            owner.forgetCalls();

            assertThat(outcomes(owner, "s2"))
                    .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo("ASSOCIATED"))
                    .extracting(TargetOutcome::problem)
                    .containsOnlyNulls();
            assertThat(owner.writes()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(SharedWithForm.class)
    void isSharedWithOnceAndTakenBackInWhicheverFormAwsNamesIt(SharedWithForm form) {
        try (OwnerAccount owner = new OwnerAccount(ORGANIZATION, DEFAULTS, organization -> organization
                .withOrganizationSharing(true)
                .withBehaviours(Behaviours.DEFAULTS.with(form)))) {
            outcomes(owner, "s1");
            owner.forgetCalls();
            outcomes(owner, "s2");
            assertThat(owner.writes()).as("nothing is left to do").isZero();

            Map<String, TargetOutcome> unshared = owner.settle("s3", Purpose.UNSHARE, Mode.APPLY);
            unshared.remove(OwnerAccount.FULL);
            assertThat(unshared.values()).extracting(TargetOutcome::action).containsOnly(Action.DELETED);
        }
    }

    @Test
    void withoutTheSettingTheProblemNamesTheCure() {
        assertCureNamed(organization -> organization.withOrganizationSharing(false));
    }

    @Test
    void soItDoesWhereTheManagementAccountsSettingIsForItselfAlone() {
        assertCureNamed(organization -> organization
                .withOrganizationSharing(true)
                .withBehaviours(Behaviours.DEFAULTS.with(ManagementOptIn.ITSELF)));
    }

    private static void assertCureNamed(UnaryOperator<OrganizationFile> change) {
        try (OwnerAccount owner = new OwnerAccount(ORGANIZATION, DEFAULTS, change)) {
            owner.settle("s1", Purpose.SHARE, Mode.APPLY);
            owner.admin().post("clock", "{\"advance\":\"PT10M\"}");

            assertThat(outcomes(owner, "s2")).allSatisfy(outcome -> {
                assertThat(outcome.status()).isEqualTo("FAILED");
                assertThat(outcome.problem().reason()).isEqualTo(Reason.SHARE_FAILED);
                assertThat(outcome.problem().detail()).contains("not enabled");
                assertThat(outcome.problem().remedy()).contains(CURE);
            });
        }
    }

    @Test
    void anotherOrganizationIsRefusedWithAwssOwnWords() {
        try (OwnerAccount owner = owner(STRANGE_ORGANIZATION, true)) {
            assertThat(outcomes(owner, "s1")).allSatisfy(outcome -> {
                assertThat(outcome.action()).isEqualTo(Action.NONE);
                assertThat(outcome.problem().reason()).isEqualTo(Reason.REJECTED_BY_AWS);
                assertThat(outcome.problem().remedy())
                        .contains("share-writer.targets")
                        .contains(CURE);
            });
        }
    }

    private static Collection<TargetOutcome> outcomes(OwnerAccount owner, String sweep) {
        Map<String, TargetOutcome> outcomes = owner.settle(sweep, Purpose.SHARE, Mode.APPLY);
        outcomes.remove(OwnerAccount.FULL);
        return outcomes.values();
    }

    private static OwnerAccount owner(Target target, boolean sharing) {
        return new OwnerAccount(target, DEFAULTS, organization -> organization.withOrganizationSharing(sharing));
    }
}
