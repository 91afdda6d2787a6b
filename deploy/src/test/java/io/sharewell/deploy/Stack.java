package io.sharewell.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CloudFormation template with its parameters filled in, as far as ours go: Ref, Sub, If, Equals and Not.
 *
 * @param values parameters and pseudo parameters by name
 */
record Stack(Map<?, ?> template, Map<String, String> values) {

    private static final Object NO_VALUE = new Object();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([\\w:]+)}");

    /** @param given values of parameters; the others have their defaults */
    static Stack of(String file, String accountId, Map<String, String> given) throws IOException {
        Map<?, ?> template = (Map<?, ?>) Template.read(file).root();
        Map<String, String> values = new TreeMap<>();
        values.put("AWS::Partition", "aws");
        values.put("AWS::AccountId", accountId);
        ((Map<?, ?>) template.get("Parameters")).forEach((name, parameter) -> {
            Object value = Objects.requireNonNullElse(
                    ((Map<?, ?>) parameter).get("Default"), given.getOrDefault((String) name, ""));
            values.put((String) name, given.getOrDefault((String) name, (String) value));
        });
        return new Stack(template, values);
    }

    /** The properties of a resource. */
    Map<?, ?> properties(String resource) {
        Map<?, ?> resources = (Map<?, ?>) template.get("Resources");
        return (Map<?, ?>) resolve(((Map<?, ?>) resources.get(resource)).get("Properties"));
    }

    /** The policy documents of a role. */
    List<Object> policies(String role) {
        return ((List<?>) properties(role).get("Policies"))
                .stream()
                        .<Object>map(policy -> ((Map<?, ?>) policy).get("PolicyDocument"))
                        .toList();
    }

    /** Who may assume a role; some are written as text. */
    Map<?, ?> trust(String role) {
        Object document = properties(role).get("AssumeRolePolicyDocument");
        return (Map<?, ?>)
                (document instanceof String text ? Template.parse(text).root() : document);
    }

    private Object resolve(Object part) {
        return switch (part) {
            case Map<?, ?> map when map.size() == 1 && map.containsKey("!Ref") -> reference((String) map.get("!Ref"));
            case Map<?, ?> map when map.size() == 1 && map.containsKey("!Sub") -> substituted((String) map.get("!Sub"));
            case Map<?, ?> map when map.size() == 1 && map.containsKey("!If") -> chosen((List<?>) map.get("!If"));
            case Map<?, ?> map -> {
                Map<Object, Object> resolved = new TreeMap<>();
                map.forEach((key, value) -> resolved.put(key, resolve(value)));
                resolved.values().removeIf(value -> value == NO_VALUE);
                yield resolved;
            }
            case List<?> list -> {
                List<Object> resolved =
                        new ArrayList<>(list.stream().map(this::resolve).toList());
                resolved.removeIf(value -> value == NO_VALUE);
                yield resolved;
            }
            default -> part;
        };
    }

    private Object reference(String name) {
        return name.equals("AWS::NoValue") ? NO_VALUE : Objects.requireNonNull(values.get(name), name);
    }

    private String substituted(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement((String) reference(found.group(1))));
    }

    private Object chosen(List<?> branches) {
        Object condition = ((Map<?, ?>) template.get("Conditions")).get(branches.getFirst());
        return resolve(branches.get(holds(condition) ? 1 : 2));
    }

    private boolean holds(Object condition) {
        Map<?, ?> function = (Map<?, ?>) condition;
        if (function.containsKey("!Not")) {
            return !holds(((List<?>) function.get("!Not")).getFirst());
        }
        List<?> sides = (List<?>) function.get("!Equals");
        return resolve(sides.getFirst()).equals(resolve(sides.getLast()));
    }
}
