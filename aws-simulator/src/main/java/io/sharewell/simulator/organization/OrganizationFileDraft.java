package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** An organization file whose members can still be changed; they are the record's. */
final class OrganizationFileDraft {

    String id;
    String rootId;
    String managementAccountId;
    String automationAccountId;
    String reviewsAccountId;
    List<String> delegatedAdministrators;
    Map<String, List<String>> delegatedServices;
    List<UserFile> users;
    Map<String, RoleFile> roles;
    List<String> defaultRoles;
    List<String> defaultOptInRegions;
    Map<String, JsonNode> serviceControlPolicies;
    List<String> rootServiceControlPolicies;
    Boolean organizationSharing;
    List<UnitFile> organizationalUnits;
    List<AccountFile> accounts;
    Behaviours behaviours;
    RateLimitsFile rateLimits;
    Latency latency;
    Map<String, Latency> latencies;
    Long seed;

    OrganizationFileDraft(OrganizationFile file) {
        id = file.id();
        rootId = file.rootId();
        managementAccountId = file.managementAccountId();
        automationAccountId = file.automationAccountId();
        reviewsAccountId = file.reviewsAccountId();
        delegatedAdministrators = file.delegatedAdministrators();
        delegatedServices = file.delegatedServices();
        users = file.users();
        roles = file.roles();
        defaultRoles = file.defaultRoles();
        defaultOptInRegions = file.defaultOptInRegions();
        serviceControlPolicies = file.serviceControlPolicies();
        rootServiceControlPolicies = file.rootServiceControlPolicies();
        organizationSharing = file.organizationSharing();
        organizationalUnits = file.organizationalUnits();
        accounts = file.accounts();
        behaviours = file.behaviours();
        rateLimits = file.rateLimits();
        latency = file.latency();
        latencies = file.latencies();
        seed = file.seed();
    }

    OrganizationFile file() {
        return new OrganizationFile(
                id,
                rootId,
                managementAccountId,
                automationAccountId,
                reviewsAccountId,
                delegatedAdministrators,
                delegatedServices,
                users,
                roles,
                defaultRoles,
                defaultOptInRegions,
                serviceControlPolicies,
                rootServiceControlPolicies,
                organizationSharing,
                organizationalUnits,
                accounts,
                behaviours,
                rateLimits,
                latency,
                latencies,
                seed);
    }
}
