package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** Values as their shapes know them, so that two that say the same are the same. */
public final class Modelled {

    private Modelled() {}

    /**
     * The shape's members in its order, without nulls and with the keys of maps sorted; others are left out.
     *
     * @param value of the right types: see {@link Validator}
     */
    public static ObjectNode of(Shape.Structure shape, JsonNode value) {
        var modelled = JsonNodeFactory.instance.objectNode();
        for (var member : shape.members().values()) {
            var found = value.get(member.name());
            if (found != null && !found.isNull()) {
                modelled.set(member.name(), any(member.shape(), found));
            }
        }
        return modelled;
    }

    private static JsonNode any(Shape shape, JsonNode value) {
        return switch (shape) {
            case Shape.Structure structure -> of(structure, value);
            case Shape.ListOf list -> list(list, value);
            case Shape.MapOf map -> map(map, value);
            case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.Timestamp _ -> value;
        };
    }

    private static ArrayNode list(Shape.ListOf shape, JsonNode value) {
        var modelled = JsonNodeFactory.instance.arrayNode(value.size());
        value.forEach(it -> modelled.add(any(shape.element(), it)));
        return modelled;
    }

    private static ObjectNode map(Shape.MapOf shape, JsonNode value) {
        var sorted = new TreeMap<String, JsonNode>();
        value.properties().forEach(it -> sorted.put(it.getKey(), any(shape.value(), it.getValue())));
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }
}
