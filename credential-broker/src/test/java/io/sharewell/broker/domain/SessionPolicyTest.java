package io.sharewell.broker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.seal.SealContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SessionPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SHARE   | PLAN  | "wellarchitected:ListWorkloads","wellarchitected:ListWorkloadShares","account:ListRegions"
                    SHARE   | APPLY | "wellarchitected:ListWorkloads","wellarchitected:ListWorkloadShares","wellarchitected:CreateWorkloadShare","wellarchitected:UpdateWorkloadShare","wellarchitected:DeleteWorkloadShare","account:ListRegions"
                    UNSHARE | PLAN  | "wellarchitected:ListWorkloads","wellarchitected:ListWorkloadShares","account:ListRegions"
                    UNSHARE | APPLY | "wellarchitected:ListWorkloads","wellarchitected:ListWorkloadShares","wellarchitected:DeleteWorkloadShare","account:ListRegions"
                    ACCEPT  | PLAN  | "wellarchitected:ListShareInvitations","account:ListRegions"
                    ACCEPT  | APPLY | "wellarchitected:ListShareInvitations","wellarchitected:UpdateShareInvitation","account:ListRegions"
                    """)
    void allowsWhatPurposeAndModeNeedAndNoMore(Purpose purpose, Mode mode, String actions) {
        assertThat(policy(purpose, mode))
                .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[" + actions
                        + "],\"Resource\":\"*\"}]}");
    }

    @ParameterizedTest
    @EnumSource
    void planAllowsNoChange(Purpose purpose) {
        assertThat(policy(purpose, Mode.PLAN)).doesNotContain("Create", "Update", "Delete");
    }

    @Test
    void isShortEnoughForAws() {
        for (Purpose purpose : Purpose.values()) {
            assertThat(policy(purpose, Mode.APPLY)).hasSizeLessThanOrEqualTo(2_048);
        }
    }

    private static String policy(Purpose purpose, Mode mode) {
        return SessionPolicy.of(new SealContext("sweep", AccountId.of("444455556666"), purpose, mode));
    }
}
