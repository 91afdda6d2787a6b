package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.model.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds a value against its shape. */
public final class Validator {

    /** How many violations are told. */
    static final int MOST = 100;

    private final List<Violation> violations = new ArrayList<>();

    private Validator() {}

    /** The first hundred constraints that the value breaks, in the model's order; none for a value that is right. */
    public static List<Violation> check(Shape.Structure shape, JsonNode value) {
        var validator = new Validator();
        validator.structure("", shape, value);
        return validator.violations;
    }

    private void value(String path, Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Structure structure -> structure(path, structure, value);
            case Shape.ListOf list -> list(path, list, value);
            case Shape.MapOf map -> map(path, map, value);
            case Shape.Text text -> text(path, text, value);
            case Shape.Number number -> number(path, number, value);
            case Shape.Bool _ -> type(path, value.isBoolean(), value, WrongType.BOOLEAN);
            case Shape.Timestamp _ -> type(path, value.isNumber(), value, WrongType.TIMESTAMP);
        }
    }

    private void structure(String path, Shape.Structure shape, JsonNode value) {
        if (!type(path, value.isObject(), value, WrongType.STRUCTURE)) {
            return;
        }
        for (var member : shape.members().values()) {
            var found = value.get(member.name());
            if (found != null && !found.isNull()) {
                value(below(path, member.name()), member.shape(), found);
            } else if (shape.required().contains(member.name())) {
                add(below(path, member.name()), Kind.REQUIRED, null, "Member must not be null");
            }
        }
    }

    private void list(String path, Shape.ListOf shape, JsonNode value) {
        if (type(path, value.isArray(), value, WrongType.LIST)) {
            size(path, shape.size(), value);
            for (int i = 0; i < value.size(); i++) {
                value(path + "." + (i + 1) + ".member", shape.element(), value.get(i));
            }
        }
    }

    private void map(String path, Shape.MapOf shape, JsonNode value) {
        if (type(path, value.isObject(), value, WrongType.MAP)) {
            size(path, shape.size(), value);
            value.properties().forEach(it -> {
                value(path, shape.key(), new TextNode(it.getKey()));
                value(path + "." + it.getKey() + ".member", shape.value(), it.getValue());
            });
        }
    }

    private void size(String path, Shape.Range range, JsonNode value) {
        if (value.size() < range.min()) {
            add(
                    path,
                    Kind.TOO_SHORT,
                    value.toString(),
                    "Member must have length greater than or equal to " + range.min());
        } else if (value.size() > range.max()) {
            add(path, Kind.TOO_LONG, value.toString(), "Member must have length less than or equal to " + range.max());
        }
    }

    private void text(String path, Shape.Text shape, JsonNode value) {
        if (!type(path, value.isTextual(), value, WrongType.STRING)) {
            return;
        }
        var text = value.textValue();
        if (!shape.allowed().isEmpty()) {
            if (!shape.allowed().contains(text)) {
                add(path, Kind.ENUMERATION, text, "Member must satisfy enum value set: " + shape.allowed());
            }
            return;
        }
        // The model counts characters, of which Java's strings have two for some.
        int length = text.codePointCount(0, text.length());
        if (length < shape.length().min()) {
            add(
                    path,
                    Kind.TOO_SHORT,
                    text,
                    "Member must have length greater than or equal to "
                            + shape.length().min());
        } else if (length > shape.length().max()) {
            add(
                    path,
                    Kind.TOO_LONG,
                    text,
                    "Member must have length less than or equal to "
                            + shape.length().max());
        }
        if (shape.pattern() != null && !shape.pattern().matcher(text).matches()) {
            add(path, Kind.PATTERN, text, "Member must satisfy regular expression pattern: " + shape.pattern());
        }
    }

    private void number(String path, Shape.Number shape, JsonNode value) {
        if (!type(path, value.isIntegralNumber(), value, WrongType.NUMBER)) {
            return;
        }
        long number = number(value);
        if (number < shape.range().min()) {
            add(
                    path,
                    Kind.TOO_SMALL,
                    value.asText(),
                    "Member must have value greater than or equal to "
                            + shape.range().min());
        } else if (number > shape.range().max()) {
            add(
                    path,
                    Kind.TOO_LARGE,
                    value.asText(),
                    "Member must have value less than or equal to "
                            + shape.range().max());
        }
    }

    /** Or the nearest number, where it is too large for one. */
    private static long number(JsonNode value) {
        if (value.canConvertToLong()) {
            return value.longValue();
        }
        return value.bigIntegerValue().signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private boolean type(String path, boolean right, JsonNode value, WrongType expected) {
        if (!right) {
            add(path, Kind.TYPE, value.toString(), expected.insteadOf(value));
        }
        return right;
    }

    private void add(String path, Kind kind, String value, String constraint) {
        if (violations.size() < MOST) {
            violations.add(new Violation(path, kind, value, constraint));
        }
    }

    /** AWS's texts name members with a small first letter, whatever the wire says. */
    private static String below(String path, String member) {
        var name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        return path.isEmpty() ? name : path + "." + name;
    }
}
