package io.sharewell.simulator.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.iam.Statement.Actions;
import io.sharewell.simulator.iam.Statement.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads IAM's JSON. Refusals are in IAM's words where these are known. */
final class PolicyParser {

    private static final Set<String> MEMBERS = Set.of(
            "Sid",
            "Effect",
            "Principal",
            "NotPrincipal",
            "Action",
            "NotAction",
            "Resource",
            "NotResource",
            "Condition");

    private final PolicyVersion version;
    private final boolean trust;

    private PolicyParser(PolicyVersion version, boolean trust) {
        this.version = version;
        this.trust = trust;
    }

    /** A policy of a user, a role, a session or an organization. */
    static Policy permissions(JsonNode document) {
        return new PolicyParser(version(document), false).policy(document);
    }

    /** A role's trust policy. */
    static Policy trust(JsonNode document) {
        return new PolicyParser(version(document), true).policy(document);
    }

    private static PolicyVersion version(JsonNode document) {
        if (document == null || !document.isObject() || !document.has("Statement")) {
            throw new MalformedPolicyException("The policy is not in the valid JSON format.");
        }
        return switch (document.path("Version").asText("2008-10-17")) {
            case "2012-10-17" -> PolicyVersion.V2012;
            case "2008-10-17" -> PolicyVersion.V2008;
            default -> throw new MalformedPolicyException("The policy must contain a valid version string.");
        };
    }

    private Policy policy(JsonNode document) {
        return new Policy(elements(document.get("Statement"), this::statement));
    }

    private Statement statement(JsonNode statement) {
        statement.fieldNames().forEachRemaining(it -> {
            if (!MEMBERS.contains(it)) {
                throw new MalformedPolicyException("Syntax errors in policy: unknown element " + it + ".");
            }
        });
        return new Statement(
                effect(statement.path("Effect").asText()),
                principals(statement),
                actions(statement),
                resources(statement),
                new ConditionParser(version).conditions(statement.path("Condition")));
    }

    private static Effect effect(String effect) {
        return switch (effect) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new MalformedPolicyException("Syntax errors in policy: Effect must be Allow or Deny.");
        };
    }

    private Principals principals(JsonNode statement) {
        boolean inverted = statement.has("NotPrincipal");
        var principal = statement.path(inverted ? "NotPrincipal" : "Principal");
        if (!trust && !principal.isMissingNode()) {
            throw new MalformedPolicyException("Policy document should not specify a principal.");
        }
        if (trust && principal.isMissingNode()) {
            throw new MalformedPolicyException("Missing required field Principal");
        }
        if (!trust) {
            return null;
        }
        if (!principal.isObject() && !principal.asText().equals("*")) {
            throw new MalformedPolicyException("Invalid principal in policy.");
        }
        var aws = principal.isTextual() ? principal : principal.path("AWS");
        return new Principals(aws.isMissingNode() ? List.of() : texts(aws, Function.identity()), inverted);
    }

    private static Actions actions(JsonNode statement) {
        if (statement.has("Action") == statement.has("NotAction")) {
            throw new MalformedPolicyException("Policy statement must contain actions.");
        }
        boolean inverted = statement.has("NotAction");
        return new Actions(texts(statement.get(inverted ? "NotAction" : "Action"), PolicyParser::action), inverted);
    }

    private static Glob action(String action) {
        if (!action.equals("*") && !action.contains(":")) {
            throw new MalformedPolicyException(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        return Glob.ignoringCase(action);
    }

    private Resources resources(JsonNode statement) {
        boolean inverted = statement.has("NotResource");
        boolean named = inverted || statement.has("Resource");
        if (trust && named) {
            throw new MalformedPolicyException("Has prohibited field Resource");
        }
        if (trust) {
            return Resources.ANY;
        }
        if (!named || inverted && statement.has("Resource")) {
            throw new MalformedPolicyException("Policy statement must contain resources.");
        }
        var patterns = texts(statement.get(inverted ? "NotResource" : "Resource"), it -> PolicyText.of(it, version));
        return new Resources(patterns, inverted);
    }

    /** One text or a list of them; IAM takes numbers and booleans for texts. */
    static <T> List<T> texts(JsonNode node, Function<String, T> read) {
        return elements(node, it -> {
            if (!it.isValueNode() || it.isNull()) {
                throw new MalformedPolicyException("Syntax errors in policy: a text is expected, not " + it + ".");
            }
            return read.apply(it.asText());
        });
    }

    /** One or a list of them: IAM does not mind. */
    private static <T> List<T> elements(JsonNode node, Function<JsonNode, T> read) {
        if (!node.isArray()) {
            return List.of(read.apply(node));
        }
        var elements = new ArrayList<T>();
        node.forEach(it -> elements.add(read.apply(it)));
        return List.copyOf(elements);
    }
}
