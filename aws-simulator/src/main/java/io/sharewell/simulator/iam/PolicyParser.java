package io.sharewell.simulator.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.iam.Condition.Quantifier;
import io.sharewell.simulator.iam.Statement.Patterns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads IAM's JSON. */
final class PolicyParser {

    private static final Set<String> MEMBERS =
            Set.of("Sid", "Effect", "Principal", "Action", "NotAction", "Resource", "NotResource", "Condition");

    private PolicyParser() {}

    static Policy parse(JsonNode document) {
        if (document == null || !document.isObject() || !document.has("Statement")) {
            throw new MalformedPolicyException("The policy is not in the valid JSON format.");
        }
        var version = document.path("Version").asText("2008-10-17");
        if (!version.equals("2012-10-17") && !version.equals("2008-10-17")) {
            throw new MalformedPolicyException("The policy must contain a valid version string.");
        }
        return new Policy(elements(document.get("Statement"), PolicyParser::statement));
    }

    private static Statement statement(JsonNode statement) {
        statement.fieldNames().forEachRemaining(it -> {
            if (!MEMBERS.contains(it)) {
                throw new MalformedPolicyException("Syntax errors in policy: unknown element " + it + ".");
            }
        });
        return new Statement(
                effect(statement.path("Effect").asText()),
                statement.has("Principal") ? principals(statement.get("Principal")) : null,
                actions(statement),
                resources(statement),
                conditions(statement.path("Condition")));
    }

    private static Effect effect(String effect) {
        return switch (effect) {
            case "Allow" -> Effect.ALLOW;
            case "Deny" -> Effect.DENY;
            default -> throw new MalformedPolicyException("Syntax errors in policy: Effect must be Allow or Deny.");
        };
    }

    private static Principals principals(JsonNode principal) {
        if (principal.isTextual()) {
            return new Principals(List.of(principal.asText()));
        }
        // Services and identity providers never call this simulator, so only AWS principals count.
        return new Principals(principal.has("AWS") ? elements(principal.get("AWS"), JsonNode::asText) : List.of());
    }

    private static Patterns actions(JsonNode statement) {
        if (statement.has("Action") == statement.has("NotAction")) {
            throw new MalformedPolicyException("Policy statement must contain actions.");
        }
        boolean inverted = statement.has("NotAction");
        var globs = elements(statement.get(inverted ? "NotAction" : "Action"), it -> action(it.asText()));
        return new Patterns(globs, inverted);
    }

    private static Glob action(String action) {
        if (!action.equals("*") && !action.contains(":")) {
            throw new MalformedPolicyException(
                    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
        }
        return Glob.ignoringCase(action);
    }

    private static Patterns resources(JsonNode statement) {
        boolean inverted = statement.has("NotResource");
        if (!inverted && !statement.has("Resource")) {
            // A trust policy names none: the role it hangs on is meant.
            return Patterns.ANY;
        }
        var globs = elements(statement.get(inverted ? "NotResource" : "Resource"), it -> new Glob(it.asText()));
        return new Patterns(globs, inverted);
    }

    private static List<Condition> conditions(JsonNode conditions) {
        var read = new ArrayList<Condition>();
        conditions
                .properties()
                .forEach(operator -> operator.getValue().properties().forEach(key -> {
                    var values = elements(key.getValue(), JsonNode::asText);
                    read.add(condition(operator.getKey(), key.getKey().toLowerCase(Locale.ROOT), values));
                }));
        return List.copyOf(read);
    }

    private static Condition condition(String written, String key, List<String> values) {
        var name = written;
        var quantifier = Quantifier.NONE;
        if (name.startsWith("ForAnyValue:")) {
            quantifier = Quantifier.FOR_ANY_VALUE;
            name = name.substring("ForAnyValue:".length());
        } else if (name.startsWith("ForAllValues:")) {
            quantifier = Quantifier.FOR_ALL_VALUES;
            name = name.substring("ForAllValues:".length());
        }
        boolean ifExists = name.endsWith("IfExists");
        var operator = Operator.named(ifExists ? name.substring(0, name.length() - "IfExists".length()) : name);
        if (operator == null) {
            throw new MalformedPolicyException("Invalid Condition type : " + written + ".");
        }
        return new Condition(key, operator, quantifier, ifExists, values);
    }

    private static <T> List<T> elements(JsonNode node, Function<JsonNode, T> read) {
        if (!node.isArray()) {
            return List.of(read.apply(node));
        }
        var elements = new ArrayList<T>();
        node.forEach(it -> elements.add(read.apply(it)));
        return List.copyOf(elements);
    }
}
