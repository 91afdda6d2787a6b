package io.sharewell.simulator.organization;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An account file whose members can still be changed; they are the record's. */
final class AccountFileDraft {

    String id;
    String name;
    String ou;
    AccountState state;
    String email;
    Instant joinedAt;
    Map<String, String> tags;
    List<String> optInRegions;
    List<String> stsDisabledRegions;
    List<String> serviceControlPolicies;
    List<RoleFile> roles;
    Map<String, RegionWorkloads> workloads;
    List<InvitationFile> invitations;
    Boolean outsideOrganization;
    Boolean organizationSharing;

    AccountFileDraft(AccountFile file) {
        id = file.id();
        name = file.name();
        ou = file.ou();
        state = file.state();
        email = file.email();
        joinedAt = file.joinedAt();
        tags = file.tags();
        optInRegions = file.optInRegions();
        stsDisabledRegions = file.stsDisabledRegions();
        serviceControlPolicies = file.serviceControlPolicies();
        roles = file.roles();
        workloads = file.workloads();
        invitations = file.invitations();
        outsideOrganization = file.outsideOrganization();
        organizationSharing = file.organizationSharing();
    }

    AccountFile file() {
        return new AccountFile(
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
                invitations,
                outsideOrganization,
                organizationSharing);
    }
}
