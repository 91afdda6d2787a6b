package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An account.
 *
 * @param ou path of names such as {@code Workloads/Prod}, or an OU id; null: directly below the root
 * @param state null: ACTIVE
 * @param email null: made from the name
 * @param optInRegions opt-in Regions that are enabled; null: the file's defaultOptInRegions
 * @param stsDisabledRegions Regions whose STS is switched off for the account; null: none
 * @param serviceControlPolicies names of the file's policies; null: none
 * @param roles null: the file's defaultRoles
 * @param workloads by Region; null: none
 * @param invitations to what else than workloads other accounts share with it; null: none
 * @param outsideOrganization whether it is no member, though the simulator knows it; null: false
 * @param organizationSharing whether it has opted in to Well-Architected's sharing with organization and OUs; null: the
 *     file's organizationSharing for the management account, false for others
 */
public record AccountFile(
        String id,
        String name,
        String ou,
        AccountState state,
        String email,
        Instant joinedAt,
        Map<String, String> tags,
        List<String> optInRegions,
        List<String> stsDisabledRegions,
        List<String> serviceControlPolicies,
        List<RoleFile> roles,
        @JsonDeserialize(keyUsing = RegionName.class) Map<String, RegionWorkloads> workloads,
        List<InvitationFile> invitations,
        Boolean outsideOrganization,
        Boolean organizationSharing) {

    /** A member of the organization, unless told otherwise. */
    public AccountFile(
            String id,
            String name,
            String ou,
            AccountState state,
            String email,
            Instant joinedAt,
            Map<String, String> tags,
            List<String> optInRegions,
            List<String> stsDisabledRegions,
            List<String> serviceControlPolicies,
            List<RoleFile> roles,
            Map<String, RegionWorkloads> workloads) {
        this(
                id,
                name,
                ou,
                state,
                email,
                joinedAt,
                tags,
                optInRegions,
                stsDisabledRegions,
                serviceControlPolicies,
                roles,
                workloads,
                null,
                null,
                null);
    }

    /** An active account with nothing special about it. */
    public static AccountFile of(String id, String name, String ou) {
        return new AccountFile(id, name, ou, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public AccountFile withState(AccountState value) {
        return with(it -> it.state = value);
    }

    public AccountFile withJoinedAt(Instant value) {
        return with(it -> it.joinedAt = value);
    }

    public AccountFile withTags(Map<String, String> value) {
        return with(it -> it.tags = value);
    }

    public AccountFile withOptInRegions(List<String> value) {
        return with(it -> it.optInRegions = value);
    }

    public AccountFile withServiceControlPolicies(List<String> value) {
        return with(it -> it.serviceControlPolicies = value);
    }

    public AccountFile withRoles(List<RoleFile> value) {
        return with(it -> it.roles = value);
    }

    public AccountFile withWorkloads(Map<String, RegionWorkloads> value) {
        return with(it -> it.workloads = value);
    }

    /** The same account, no member of the organization. */
    public AccountFile outside() {
        return with(it -> it.outsideOrganization = true);
    }

    public AccountFile withInvitations(List<InvitationFile> value) {
        return with(it -> it.invitations = value);
    }

    public AccountFile withOrganizationSharing(boolean value) {
        return with(it -> it.organizationSharing = value);
    }

    private AccountFile with(Consumer<AccountFileDraft> change) {
        var draft = new AccountFileDraft(this);
        change.accept(draft);
        return draft.file();
    }
}
