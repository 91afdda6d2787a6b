package io.sharewell.simulator.organization.generated;

import static io.sharewell.simulator.organization.OrganizationFile.DEFAULT_ROLE;

import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.InvitationFile;
import io.sharewell.simulator.organization.InvitationType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.RoleFile;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is special about the demo's special accounts, one after the other. */
final class DemoRecipes {

    /** Names of roles in the demo's file; all but the last are called WellArchitectedShares in the accounts. */
    static final String FULL = "full";

    static final String CANNOT_LIST_SHARES = "cannot-list-shares";
    static final String CANNOT_LIST = "cannot-list";
    static final String OTHER_EXTERNAL_ID = "other-external-id";
    static final String ACCEPTS = "accepts-invitations";

    private static final String LIST = "wellarchitected:ListWorkloads";
    private static final String LIST_SHARES = "wellarchitected:ListWorkloadShares";
    private static final String SHARE = "wellarchitected:CreateWorkloadShare";

    /** Of a company that the organization works with. */
    private static final String PARTNER = "999999999999";

    private DemoRecipes() {}

    static Map<String, RoleFile> roles() {
        return Map.of(
                FULL,
                RoleFile.allowing(
                        DEFAULT_ROLE,
                        List.of(
                                LIST,
                                LIST_SHARES,
                                SHARE,
                                "wellarchitected:UpdateWorkloadShare",
                                "wellarchitected:DeleteWorkloadShare",
                                "account:ListRegions")),
                CANNOT_LIST_SHARES,
                RoleFile.allowing(DEFAULT_ROLE, List.of(LIST, SHARE)),
                CANNOT_LIST,
                RoleFile.allowing(DEFAULT_ROLE, List.of(LIST_SHARES, SHARE)),
                ACCEPTS,
                RoleFile.allowing(
                        GeneratedOrganization.ACCEPTANCE_ROLE,
                        List.of(
                                "wellarchitected:ListShareInvitations",
                                "wellarchitected:UpdateShareInvitation",
                                "account:ListRegions")),
                OTHER_EXTERNAL_ID,
                RoleFile.allowing(DEFAULT_ROLE, List.of(LIST, LIST_SHARES, SHARE))
                        .withExternalId("another-tools-id"));
    }

    /** One per special account; accounts beyond these are as they should be. */
    static List<UnaryOperator<AccountFile>> all() {
        return List.of(
                it -> some(it).withRoles(List.of()),
                it -> some(it).withRoles(named(OTHER_EXTERNAL_ID)),
                it -> some(it).withRoles(named(CANNOT_LIST_SHARES)),
                it -> some(it).withRoles(named(CANNOT_LIST)),
                it -> some(moved(it, Tree.SOVEREIGN)),
                it -> some(it).withServiceControlPolicies(List.of(DemoPolicies.NO_WELL_ARCHITECTED)),
                it -> closed(it, AccountState.SUSPENDED),
                it -> closed(it, AccountState.CLOSED),
                it -> closed(it, AccountState.PENDING_CLOSURE),
                it -> moved(it, null).withState(AccountState.PENDING_ACTIVATION),
                it -> it.withOptInRegions(List.of("ap-east-1"))
                        .withRoles(named(FULL))
                        .withWorkloads(Map.of("ap-east-1", RegionWorkloads.generated(2), "eu-west-1", one())),
                it -> it.withOptInRegions(List.of("ap-east-1", "me-south-1"))
                        .withWorkloads(Map.of("me-south-1", one(), "us-east-1", one())),
                it -> it.withRoles(named(FULL)).withWorkloads(Map.of("eu-central-1", DemoWorkloads.everyStatus("EU"))),
                it -> it.withRoles(named(FULL)).withWorkloads(Map.of("us-west-2", DemoWorkloads.everyStatus("US"))),
                it -> it.withWorkloads(Map.of("eu-west-1", DemoWorkloads.full())),
                it -> it.withWorkloads(Map.of("us-east-1", DemoWorkloads.sharedElsewhere())),
                it -> it.withWorkloads(null),
                it -> some(it).withRoles(List.of()));
    }

    /** The reviews account may accept invitations; it has one to a lens, which is nobody's review. */
    static AccountFile reviews(AccountFile account) {
        return account.withRoles(List.of(RoleFile.named(FULL), RoleFile.named(ACCEPTS)))
                .withInvitations(List.of(new InvitationFile(
                        InvitationType.LENS, "eu-west-1", "Green software", PARTNER, null, null, null)));
    }

    /** Not of the organization, and yet it shares a workload with the reviews account. */
    static AccountFile partner() {
        return AccountFile.of(PARTNER, "partner", null)
                .outside()
                .withWorkloads(Map.of("eu-west-1", DemoWorkloads.invitingReviews("Partner's portal")));
    }

    static List<RoleFile> named(String role) {
        return List.of(RoleFile.named(role));
    }

    private static AccountFile some(AccountFile account) {
        return account.withWorkloads(Map.of("eu-west-1", RegionWorkloads.generated(2), "us-east-1", one()));
    }

    private static RegionWorkloads one() {
        return RegionWorkloads.generated(1);
    }

    private static AccountFile closed(AccountFile account, AccountState state) {
        return moved(account, Tree.SUSPENDED).withState(state);
    }

    private static AccountFile moved(AccountFile account, String unit) {
        return AccountFile.of(account.id(), account.name(), unit)
                .withJoinedAt(account.joinedAt())
                .withTags(account.tags());
    }
}
