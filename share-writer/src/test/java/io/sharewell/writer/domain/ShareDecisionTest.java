package io.sharewell.writer.domain;

import static io.sharewell.events.Permission.CONTRIBUTOR;
import static io.sharewell.events.Permission.READONLY;
import static io.sharewell.events.Purpose.SHARE;
import static io.sharewell.events.Purpose.UNSHARE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.Action;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareDecisionTest {

    private static final Policies DEFAULTS =
            new Policies(OnExpired.RENEW, OnRefused.REPORT, OnFailed.REPORT, OnPermissionDifference.REPORT);
    private static final Policies OTHERWISE =
            new Policies(OnExpired.REPORT, OnRefused.INVITE_AGAIN, OnFailed.RENEW, OnPermissionDifference.UPDATE);

    /** AWS's eight, and two that are not: a later word, and none. */
    private static final List<String> STATUSES = Arrays.asList(
            "ACCEPTED",
            "REJECTED",
            "PENDING",
            "REVOKED",
            "EXPIRED",
            "ASSOCIATING",
            "ASSOCIATED",
            "FAILED",
            "PAUSED",
            null);

    /** What the decision table says of each status, for the same permission and for another. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            PENDING,     Leave,                     Update
            ASSOCIATING, Leave,                     Update
            ACCEPTED,    Leave,                     Leave PERMISSION_DIFFERS
            ASSOCIATED,  Leave,                     Leave PERMISSION_DIFFERS
            EXPIRED,     DeleteAndCreate,           DeleteAndCreate
            REJECTED,    Leave REFUSED,             Leave REFUSED
            REVOKED,     Leave REFUSED,             Leave REFUSED
            FAILED,      Leave SHARE_FAILED,        Leave SHARE_FAILED
            PAUSED,      Leave UNEXPECTED,          Leave UNEXPECTED
            """)
    void followsTheTableWithItsDefaults(String status, String samePermission, String otherPermission) {
        assertThat(inWords(decide(DEFAULTS, share("s-1", READONLY, status)))).isEqualTo(samePermission);
        assertThat(inWords(decide(DEFAULTS, share("s-1", CONTRIBUTOR, status)))).isEqualTo(otherPermission);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PENDING,     Leave,                     Update
            ASSOCIATING, Leave,                     Update
            ACCEPTED,    Leave,                     Update
            ASSOCIATED,  Leave,                     Update
            EXPIRED,     Leave INVITATION_EXPIRED,  Leave INVITATION_EXPIRED
            REJECTED,    DeleteAndCreate,           DeleteAndCreate
            REVOKED,     DeleteAndCreate,           DeleteAndCreate
            FAILED,      DeleteAndCreate,           DeleteAndCreate
            PAUSED,      Leave UNEXPECTED,          Leave UNEXPECTED
            """)
    void followsTheTableWithTheOtherSettings(String status, String samePermission, String otherPermission) {
        assertThat(inWords(decide(OTHERWISE, share("s-1", READONLY, status)))).isEqualTo(samePermission);
        assertThat(inWords(decide(OTHERWISE, share("s-1", CONTRIBUTOR, status))))
                .isEqualTo(otherPermission);
    }

    @Test
    void createsAShareWhereThereIsNone() {
        assertThat(decide(DEFAULTS)).isEqualTo(new Decision.Create());
    }

    @Test
    void saysWhatAwsSaysOfAFailedShare() {
        Share failed = new Share("s-1", "READONLY", "FAILED", "Organization sharing is not enabled");

        assertThat(decide(DEFAULTS, failed))
                .isEqualTo(new Decision.Leave(
                        Optional.of(failed), Problem.of(Reason.SHARE_FAILED, "Organization sharing is not enabled")));
    }

    @Test
    void saysWhichPermissionIsThereAndWhichIsWanted() {
        assertThat(decide(DEFAULTS, share("s-1", CONTRIBUTOR, "ACCEPTED")))
                .isInstanceOfSatisfying(Decision.Leave.class, leave -> assertThat(
                                leave.problem().detail())
                        .contains("CONTRIBUTOR")
                        .contains("READONLY"));
    }

    @Test
    void tellsAStatusThatItDoesNotKnow() {
        assertThat(decide(DEFAULTS, share("s-1", READONLY, "PAUSED")))
                .isInstanceOfSatisfying(
                        Decision.Leave.class,
                        leave -> assertThat(leave.problem().detail()).contains("PAUSED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "FAILED", "REJECTED", "REVOKED", "PAUSED", "PENDING"})
    void anAcceptedShareCountsBeforeAnyOtherWithTheSamePrincipal(String other) {
        Share accepted = share("s-2", READONLY, "ACCEPTED");

        for (List<Share> order : bothOrders(accepted, share("s-1", READONLY, other))) {
            assertThat(decision(OTHERWISE).decide(order, READONLY, SHARE, Mode.APPLY))
                    .isEqualTo(new Decision.Leave(Optional.of(accepted), null));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPIRED", "FAILED", "REJECTED", "REVOKED", "PAUSED"})
    void anInvitationThatWaitsCountsBeforeAnEndedOne(String ended) {
        Share pending = share("s-2", READONLY, "PENDING");

        for (List<Share> order : bothOrders(pending, share("s-1", READONLY, ended))) {
            assertThat(decision(OTHERWISE).decide(order, READONLY, SHARE, Mode.APPLY))
                    .isEqualTo(new Decision.Leave(Optional.of(pending), null));
        }
    }

    @Test
    void aHumansNoCountsBeforeAnInvitationThatMerelyEnded() {
        for (List<Share> order : bothOrders(share("s-2", READONLY, "REJECTED"), share("s-1", READONLY, "EXPIRED"))) {
            assertThat(inWords(decision(DEFAULTS).decide(order, READONLY, SHARE, Mode.APPLY)))
                    .isEqualTo("Leave REFUSED");
        }
    }

    @Test
    void ofTwoSharesInUseTheOneWithTheWantedPermissionCounts() {
        Share wanted = share("s-2", READONLY, "ACCEPTED");

        for (List<Share> order : bothOrders(wanted, share("s-1", CONTRIBUTOR, "ACCEPTED"))) {
            assertThat(decision(OTHERWISE).decide(order, READONLY, SHARE, Mode.APPLY))
                    .isEqualTo(new Decision.Leave(Optional.of(wanted), null));
        }
    }

    @Test
    void deletesEveryShareWithTheTargetWhenItUnshares() {
        for (String status : STATUSES) {
            List<Share> all = List.of(share("s-1", READONLY, status), share("s-2", CONTRIBUTOR, status));

            assertThat(decision(DEFAULTS).decide(all, READONLY, UNSHARE, Mode.APPLY))
                    .isEqualTo(new Decision.Delete(all));
        }
    }

    @Test
    void hasNothingToDeleteWhereNothingIsShared() {
        assertThat(decision(DEFAULTS).decide(List.of(), READONLY, UNSHARE, Mode.APPLY))
                .isEqualTo(new Decision.Leave(Optional.empty(), null));
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void knowsNoSharesToAccept(Mode mode) {
        assertThatThrownBy(() -> decision(DEFAULTS).decide(List.of(), READONLY, Purpose.ACCEPT, mode))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** One of everything there is: no, one or two shares, each status and permission, all settings and purposes. */
    @ParameterizedTest
    @MethodSource("allPolicies")
    void plansExactlyWhatItWouldDo(Policies policies) {
        ShareDecision decision = decision(policies);
        Set<String> seen = new HashSet<>();

        for (List<Share> existing : everything()) {
            for (Permission wanted : Permission.values()) {
                for (Purpose purpose : List.of(SHARE, UNSHARE)) {
                    Decision applied = decision.decide(existing, wanted, purpose, Mode.APPLY);
                    Decision planned = decision.decide(existing, wanted, purpose, Mode.PLAN);

                    assertThat(planned).isEqualTo(expectedPlan(applied));
                    seen.add(applied.getClass().getSimpleName());
                }
            }
        }
        assertThat(seen).contains("Leave", "Create", "Update", "Delete").doesNotContain("Report");
    }

    @ParameterizedTest
    @MethodSource("allPolicies")
    void neverTouchesAShareInUseThatIsAsWanted(Policies policies) {
        for (List<Share> existing : everything()) {
            for (Permission wanted : Permission.values()) {
                boolean inUse = existing.stream()
                        .anyMatch(share -> List.of("ACCEPTED", "ASSOCIATED").contains(share.status() + "")
                                && share.permission().equals(wanted.name()));
                if (inUse) {
                    assertThat(decision(policies).decide(existing, wanted, SHARE, Mode.APPLY))
                            .isInstanceOfSatisfying(Decision.Leave.class, leave -> assertThat(leave.problem())
                                    .isNull());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allPolicies")
    void createsASecondShareForNobody(Policies policies) {
        for (List<Share> existing : everything()) {
            Decision decided = decision(policies).decide(existing, READONLY, SHARE, Mode.APPLY);

            assertThat(decided instanceof Decision.Create).isEqualTo(existing.isEmpty());
            if (decided instanceof Decision.DeleteAndCreate(Share dead)) {
                assertThat(existing).contains(dead).noneMatch(ShareDecisionTest::mayLive);
            }
        }
    }

    private static boolean mayLive(Share share) {
        return !List.of("EXPIRED", "FAILED", "REJECTED", "REVOKED").contains(share.status() + "");
    }

    private static Decision expectedPlan(Decision applied) {
        return switch (applied) {
            case Decision.Create() -> new Decision.Report(Action.WOULD_CREATE, Optional.empty());
            case Decision.Update(Share share) -> new Decision.Report(Action.WOULD_UPDATE, Optional.of(share));
            case Decision.DeleteAndCreate(Share share) -> new Decision.Report(Action.WOULD_RENEW, Optional.of(share));
            case Decision.Delete(List<Share> shares) ->
                new Decision.Report(Action.WOULD_DELETE, Optional.of(shares.getFirst()));
            case Decision.Leave leave -> leave;
            case Decision.Report report -> throw new AssertionError("APPLY only reports: " + report);
        };
    }

    private static List<List<Share>> everything() {
        List<Share> firsts = all("s-1");
        List<Share> seconds = all("s-2");
        List<List<Share>> everything = new ArrayList<>();
        everything.add(List.of());
        firsts.forEach(first -> everything.add(List.of(first)));
        firsts.forEach(first -> seconds.forEach(second -> everything.add(List.of(first, second))));
        return everything;
    }

    private static List<Share> all(String id) {
        return STATUSES.stream()
                .flatMap(status -> Stream.of(Permission.values()).map(permission -> share(id, permission, status)))
                .toList();
    }

    static Stream<Policies> allPolicies() {
        return Stream.of(OnExpired.values())
                .flatMap(expired -> Stream.of(OnRefused.values()).flatMap(refused -> Stream.of(OnFailed.values())
                        .flatMap(failed -> Stream.of(OnPermissionDifference.values())
                                .map(differs -> new Policies(expired, refused, failed, differs)))));
    }

    private static List<List<Share>> bothOrders(Share one, Share other) {
        return List.of(List.of(one, other), List.of(other, one));
    }

    private static Decision decide(Policies policies, Share... existing) {
        return decision(policies).decide(List.of(existing), READONLY, SHARE, Mode.APPLY);
    }

    private static ShareDecision decision(Policies policies) {
        return new ShareDecision(policies);
    }

    private static Share share(String id, Permission permission, String status) {
        return new Share(id, permission.name(), status, null);
    }

    private static String inWords(Decision decision) {
        String name = decision.getClass().getSimpleName();
        return decision instanceof Decision.Leave leave && leave.problem() != null
                ? name + " " + leave.problem().reason()
                : name;
    }
}
