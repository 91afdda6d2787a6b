package io.sharewell.simulator.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.iam.Condition.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a statement's {@code Condition}. */
final class ConditionParser {

    private static final String IF_EXISTS = "IfExists";

    private final PolicyVersion version;

    ConditionParser(PolicyVersion version) {
        this.version = version;
    }

    List<Condition> conditions(JsonNode conditions) {
        if (conditions.isMissingNode()) {
            return List.of();
        }
        if (!conditions.isObject() || !conditions.valueStream().allMatch(JsonNode::isObject)) {
            throw new MalformedPolicyException("Syntax errors in policy: Condition must be an object of objects.");
        }
        var read = new ArrayList<Condition>();
        conditions
                .properties()
                .forEach(operator -> operator.getValue().properties().forEach(key -> {
                    var values = PolicyParser.texts(key.getValue(), it -> PolicyText.of(it, version));
                    read.add(condition(operator.getKey(), key.getKey().toLowerCase(Locale.ROOT), values));
                }));
        return List.copyOf(read);
    }

    private static Condition condition(String written, String key, List<PolicyText> values) {
        var quantifier = quantifier(written);
        var name = written.substring(quantifier == Quantifier.NONE ? 0 : written.indexOf(':') + 1);
        boolean ifExists = name.endsWith(IF_EXISTS);
        var operator = Operator.named(ifExists ? name.substring(0, name.length() - IF_EXISTS.length()) : name);
        if (operator == null) {
            throw new MalformedPolicyException("Invalid Condition type : " + written + ".");
        }
        return new Condition(key, operator, quantifier, ifExists, values);
    }

    private static Quantifier quantifier(String written) {
        if (written.startsWith("ForAnyValue:")) {
            return Quantifier.FOR_ANY_VALUE;
        }
        return written.startsWith("ForAllValues:") ? Quantifier.FOR_ALL_VALUES : Quantifier.NONE;
    }
}
