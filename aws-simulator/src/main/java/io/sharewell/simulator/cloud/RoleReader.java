package io.sharewell.simulator.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.iam.MalformedPolicyException;
import io.sharewell.simulator.iam.Policy;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.RoleFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes roles of the organization file's words; each policy is parsed once, however many accounts have it. */
final class RoleReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DEFAULT_ACTIONS = List.of(
            "wellarchitected:ListWorkloads",
            "wellarchitected:ListWorkloadShares",
            "wellarchitected:CreateWorkloadShare");

    private final OrganizationFile file;
    private final Map<JsonNode, Policy> parsed = new HashMap<>();
    private final Map<JsonNode, Policy> trusts = new HashMap<>();
    private final Map<RoleFile, Role> read = new HashMap<>();
    private final Map<List<RoleFile>, Map<String, Role>> together = new HashMap<>();
    private final Map<String, RoleFile> defined = new HashMap<>();

    RoleReader(OrganizationFile file) {
        this.file = file;
        defined.put(OrganizationFile.DEFAULT_ROLE, RoleFile.allowing(OrganizationFile.DEFAULT_ROLE, DEFAULT_ACTIONS));
        defined.putAll(file.roles());
    }

    /** An account's roles by name; {@code null} stands for the file's default roles. */
    Map<String, Role> roles(List<RoleFile> roles) {
        var wanted = roles != null ? roles : defaultRoles();
        return together.computeIfAbsent(wanted, this::readAll);
    }

    /** Of accounts that do not say. */
    List<RoleFile> defaultRoles() {
        return file.defaultRoles().stream().map(RoleFile::named).toList();
    }

    private Map<String, Role> readAll(List<RoleFile> roles) {
        var byName = new LinkedHashMap<String, Role>();
        for (var role : roles) {
            var one = read(role);
            byName.put(one.name(), one);
        }
        return byName;
    }

    Role read(RoleFile role) {
        return read.computeIfAbsent(role, it -> made(definition(it)));
    }

    /** The role written out: what the file defines for one that is only named, by its own name or the file's. */
    RoleFile definition(RoleFile role) {
        var definition = role.isReference() ? defined(role.name()) : role;
        return definition.name() != null ? definition : definition.withName(role.name());
    }

    private Role made(RoleFile definition) {
        var name = definition.name();
        return new Role(
                name,
                definition.path() == null ? "/" : definition.path(),
                policy(
                        definition.trustPolicy() != null ? definition.trustPolicy() : trust(definition),
                        "role " + name,
                        trusts,
                        Policy::parseTrust),
                permissions(definition.actions(), definition.policies(), "role " + name),
                definition.permissionsBoundary() == null
                        ? null
                        : policy(definition.permissionsBoundary(), "role " + name),
                Duration.ofSeconds(definition.maxSessionDuration() == null ? 3600 : definition.maxSessionDuration()),
                definition.createdAt());
    }

    private RoleFile defined(String name) {
        var definition = defined.get(name);
        if (definition == null) {
            throw new OrganizationFileException("An account has the role " + name + ", which is not defined:"
                    + " add it below roles, or write the role out in the account");
        }
        return definition;
    }

    private JsonNode trust(RoleFile role) {
        var statement = statement("sts:AssumeRole");
        var trusted = role.trustedPrincipals() == null ? List.of(file.automationAccountId()) : role.trustedPrincipals();
        statement.putObject("Principal").set("AWS", JSON.valueToTree(trusted));
        if (role.externalId() != null) {
            statement.putObject("Condition").putObject("StringEquals").put("sts:ExternalId", role.externalId());
        }
        return document(statement);
    }

    List<Policy> permissions(List<String> actions, List<JsonNode> policies, String whose) {
        var permissions = new ArrayList<Policy>();
        if (actions != null) {
            var statement = statement(null).put("Resource", "*");
            statement.set("Action", JSON.valueToTree(actions));
            permissions.add(policy(document(statement), whose));
        }
        if (policies != null) {
            policies.forEach(it -> permissions.add(policy(it, whose)));
        }
        return List.copyOf(permissions);
    }

    Policy policy(JsonNode document, String whose) {
        return policy(document, whose, parsed, Policy::parse);
    }

    private static Policy policy(
            JsonNode document, String whose, Map<JsonNode, Policy> parsed, Function<JsonNode, Policy> parse) {
        try {
            return parsed.computeIfAbsent(document, parse);
        } catch (MalformedPolicyException e) {
            throw new OrganizationFileException("A policy of " + whose + " is malformed: " + e.getMessage());
        }
    }

    private static ObjectNode statement(String action) {
        var statement = JSON.createObjectNode().put("Effect", "Allow");
        return action == null ? statement : statement.put("Action", action);
    }

    private static ObjectNode document(ObjectNode statement) {
        var document = JSON.createObjectNode().put("Version", "2012-10-17");
        document.putArray("Statement").add(statement);
        return document;
    }
}
