package io.sharewell.simulator.organization;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A whole organization. README.md describes the format with an example.
 *
 * @param id such as {@code o-exampleorgid}; null: made up
 * @param rootId such as {@code r-ab12}; null: made up
 * @param managementAccountId null: 111111111111
 * @param automationAccountId whose IAM user has AWS's documented example keys; null: 222222222222
 * @param reviewsAccountId may be outside of the organization; null: 333333333333
 * @param delegatedAdministrators accounts besides the management account that may call Organizations; null: the
 *     automation account
 * @param delegatedServices by delegated administrator the service principals it administers; null, or for one that is
 *     not among them: every service
 * @param users null: one each for the automation, the reviews and the management account
 * @param roles roles that accounts name in their own {@code roles}
 * @param defaultRoles names of roles that an account has which does not say; null: WellArchitectedShares
 * @param defaultOptInRegions null: none
 * @param serviceControlPolicies documents by name
 * @param rootServiceControlPolicies names of policies attached to the root; null: none
 * @param organizationSharing whether the management account has opted in to Well-Architected's sharing with the
 *     organization and its OUs; null: false
 * @param latency of every call; null: none
 * @param latencies of particular operations instead, by {@code service.Operation} or {@code service.*}; null: none
 * @param seed of everything made up; null: 1
 */
public record OrganizationFile(
        String id,
        String rootId,
        String managementAccountId,
        String automationAccountId,
        String reviewsAccountId,
        List<String> delegatedAdministrators,
        Map<String, List<String>> delegatedServices,
        List<UserFile> users,
        Map<String, RoleFile> roles,
        List<String> defaultRoles,
        List<String> defaultOptInRegions,
        Map<String, JsonNode> serviceControlPolicies,
        List<String> rootServiceControlPolicies,
        Boolean organizationSharing,
        List<UnitFile> organizationalUnits,
        List<AccountFile> accounts,
        Behaviours behaviours,
        RateLimitsFile rateLimits,
        Latency latency,
        Map<String, Latency> latencies,
        Long seed) {

    public static final String MANAGEMENT_ACCOUNT = "111111111111";
    public static final String AUTOMATION_ACCOUNT = "222222222222";
    public static final String REVIEWS_ACCOUNT = "333333333333";
    public static final String DEFAULT_ROLE = "WellArchitectedShares";

    public OrganizationFile {
        managementAccountId = managementAccountId == null ? MANAGEMENT_ACCOUNT : managementAccountId;
        automationAccountId = automationAccountId == null ? AUTOMATION_ACCOUNT : automationAccountId;
        reviewsAccountId = reviewsAccountId == null ? REVIEWS_ACCOUNT : reviewsAccountId;
        delegatedAdministrators =
                delegatedAdministrators == null ? List.of(automationAccountId) : delegatedAdministrators;
        delegatedServices = delegatedServices == null ? Map.of() : delegatedServices;
        roles = roles == null ? Map.of() : roles;
        defaultRoles = defaultRoles == null ? List.of(DEFAULT_ROLE) : defaultRoles;
        defaultOptInRegions = defaultOptInRegions == null ? List.of() : defaultOptInRegions;
        serviceControlPolicies = serviceControlPolicies == null ? Map.of() : serviceControlPolicies;
        rootServiceControlPolicies = rootServiceControlPolicies == null ? List.of() : rootServiceControlPolicies;
        organizationSharing = organizationSharing != null && organizationSharing;
        organizationalUnits = organizationalUnits == null ? List.of() : organizationalUnits;
        accounts = accounts == null ? List.of() : accounts;
        behaviours = behaviours == null ? Behaviours.DEFAULTS : behaviours;
        rateLimits = rateLimits == null ? new RateLimitsFile(true, null) : rateLimits;
        latency = latency == null ? Latency.NONE : latency;
        latencies = latencies == null ? Map.of() : latencies;
        seed = seed == null ? 1 : seed;
    }

    /** An organization of these accounts, everything else by default. */
    public static OrganizationFile of(List<UnitFile> units, List<AccountFile> accounts) {
        return new OrganizationFile(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, units, accounts,
                null, null, null, null, null);
    }

    /**
     * Reads YAML or JSON.
     *
     * @throws OrganizationFileException if the text is not an organization; its message says where and why
     */
    public static OrganizationFile parse(String yamlOrJson) {
        return OrganizationFiles.parse(yamlOrJson);
    }

    /**
     * Reads a file.
     *
     * @throws OrganizationFileException if it cannot be read or is not an organization
     */
    public static OrganizationFile read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new OrganizationFileException("The organization file " + file + " cannot be read: " + e);
        }
    }

    /** As JSON. */
    public String toJson() {
        return OrganizationFiles.json(this);
    }

    /** As YAML. */
    public String toYaml() {
        return OrganizationFiles.yaml(this);
    }

    public OrganizationFile withAccounts(List<AccountFile> value) {
        return with(it -> it.accounts = value);
    }

    public OrganizationFile withBehaviours(Behaviours value) {
        return with(it -> it.behaviours = value);
    }

    public OrganizationFile withRateLimits(RateLimitsFile value) {
        return with(it -> it.rateLimits = value);
    }

    public OrganizationFile withDelegatedAdministrators(List<String> value) {
        return with(it -> it.delegatedAdministrators = value);
    }

    public OrganizationFile withOrganizationSharing(boolean value) {
        return with(it -> it.organizationSharing = value);
    }

    public OrganizationFile withRoles(Map<String, RoleFile> value) {
        return with(it -> it.roles = value);
    }

    /** With this latency for every call, whatever the operation. */
    public OrganizationFile withLatency(Latency value) {
        return with(it -> {
            it.latency = value;
            it.latencies = null;
        });
    }

    public OrganizationFile withSeed(long value) {
        return with(it -> it.seed = value);
    }

    public OrganizationFile withServiceControlPolicies(Map<String, JsonNode> value) {
        return with(it -> it.serviceControlPolicies = value);
    }

    private OrganizationFile with(Consumer<OrganizationFileDraft> change) {
        var draft = new OrganizationFileDraft(this);
        change.accept(draft);
        return draft.file();
    }
}
