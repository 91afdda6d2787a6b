package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.model.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/** Holds a value against its shape. */
public final class Validator {

    private final List<Violation> violations = new ArrayList<>();

    private Validator() {}

    /** All constraints that the value breaks, in the model's order; none for a value that is right. */
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
            case Shape.Bool _ -> type(path, value.isBoolean(), value, "boolean");
            case Shape.Timestamp _ -> type(path, value.isNumber(), value, "timestamp");
        }
    }

    private void structure(String path, Shape.Structure shape, JsonNode value) {
        if (!type(path, value.isObject(), value, "structure")) {
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
        if (type(path, value.isArray(), value, "list")) {
            size(path, shape.size(), value);
            for (int i = 0; i < value.size(); i++) {
                value(path + "." + (i + 1) + ".member", shape.element(), value.get(i));
            }
        }
    }

    private void map(String path, Shape.MapOf shape, JsonNode value) {
        if (type(path, value.isObject(), value, "map")) {
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
        if (!type(path, value.isTextual(), value, "string")) {
            return;
        }
        var text = value.textValue();
        if (!shape.allowed().isEmpty()) {
            if (!shape.allowed().contains(text)) {
                add(path, Kind.ENUMERATION, text, "Member must satisfy enum value set: " + shape.allowed());
            }
            return;
        }
        if (text.length() < shape.length().min()) {
            add(
                    path,
                    Kind.TOO_SHORT,
                    text,
                    "Member must have length greater than or equal to "
                            + shape.length().min());
        } else if (text.length() > shape.length().max()) {
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
        if (!type(path, value.isIntegralNumber(), value, "number")) {
            return;
        }
        if (value.longValue() < shape.range().min()) {
            add(
                    path,
                    Kind.TOO_SMALL,
                    value.asText(),
                    "Member must have value greater than or equal to "
                            + shape.range().min());
        } else if (value.longValue() > shape.range().max()) {
            add(
                    path,
                    Kind.TOO_LARGE,
                    value.asText(),
                    "Member must have value less than or equal to "
                            + shape.range().max());
        }
    }

    private boolean type(String path, boolean right, JsonNode value, String expected) {
        if (!right) {
            add(path, Kind.TYPE, value.toString(), "Member must be a " + expected);
        }
        return right;
    }

    private void add(String path, Kind kind, String value, String constraint) {
        violations.add(new Violation(path, kind, value, constraint));
    }

    /** AWS's texts name members with a small first letter, whatever the wire says. */
    private static String below(String path, String member) {
        var name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
        return path.isEmpty() ? name : path + "." + name;
    }
}
