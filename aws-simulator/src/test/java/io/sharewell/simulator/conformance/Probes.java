package io.sharewell.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.model.Location;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Inputs at the bounds of an operation's constraints and just beyond them, made from the model. */
final class Probes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Longer values do not fit into a request's path or query string. */
    private static final int LONGEST_IN_ADDRESS = 2000;

    private final OperationModel operation;
    private final List<Probe> probes = new ArrayList<>();

    private Probes(OperationModel operation) {
        this.operation = operation;
    }

    /**
     * A change of a valid input.
     *
     * @param within whether the result still holds to the model
     */
    record Probe(String what, boolean within, UnaryOperator<ObjectNode> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Puts a value where it belongs in an input. */
    @FunctionalInterface
    private interface Place {
        ObjectNode put(ObjectNode input, JsonNode value);
    }

    static List<Probe> of(OperationModel operation) {
        var probes = new Probes(operation);
        for (var member : operation.input().members().values()) {
            if (SdkCall.knows(operation, member.name())) {
                probes.member(member);
            }
        }
        return probes.probes;
    }

    private void member(Shape.Member member) {
        var name = member.name();
        // An SDK makes a client request token up where none is given.
        if (operation.input().required().contains(name) && !name.equals("ClientRequestToken")) {
            probes.add(new Probe(name + " left out", false, input -> {
                input.remove(name);
                return input;
            }));
        }
        boolean inAddress = member.location() != Location.BODY;
        explore(name, member.shape(), inAddress, (input, value) -> input.set(name, value));
    }

    private void explore(String path, Shape shape, boolean inAddress, Place place) {
        switch (shape) {
            case Shape.Text text -> text(path, text, inAddress, place);
            case Shape.Number number -> number(path, number.range(), place);
            case Shape.ListOf list -> list(path, list, inAddress, place);
            case Shape.MapOf map -> map(path, map, place);
            case Shape.Structure structure -> structure(path, structure, inAddress, place);
            case Shape.Bool _ -> {
                add(path + " true", true, NODES.booleanNode(true), place);
                add(path + " false", true, NODES.booleanNode(false), place);
            }
            case Shape.Timestamp _ -> throw new IllegalStateException("No simulated operation is sent a time");
        }
    }

    private void add(String what, boolean within, JsonNode value, Place place) {
        probes.add(new Probe(what, within, input -> place.put(input, value)));
    }

    private void text(String path, Shape.Text shape, boolean inAddress, Place place) {
        if (!shape.allowed().isEmpty()) {
            shape.allowed().forEach(it -> add(path + " " + it, true, new TextNode(it), place));
            add(path + " no value of the enumeration", false, new TextNode("NO_SUCH_VALUE"), place);
            return;
        }
        long longest = inAddress ? LONGEST_IN_ADDRESS : 200_000;
        Samples.ofLength(shape, shape.length().min(), longest)
                .ifPresent(it -> add(path + " as short as it may be", true, new TextNode(it), place));
        Samples.ofLength(shape, shape.length().max(), longest)
                .ifPresent(it -> add(path + " as long as it may be", true, new TextNode(it), place));
        if (shape.length().min() > 0 && shape.length().min() < longest) {
            add(
                    path + " too short",
                    false,
                    new TextNode("a".repeat((int) shape.length().min() - 1)),
                    place);
        }
        if (shape.length().max() < longest) {
            add(
                    path + " too long",
                    false,
                    new TextNode("a".repeat((int) shape.length().max() + 1)),
                    place);
        }
        Samples.against(shape).ifPresent(it -> add(path + " against its pattern", false, new TextNode(it), place));
    }

    private void number(String path, Shape.Range range, Place place) {
        Stream.of(range.min(), range.max())
                .filter(it -> Math.abs(it) < 1_000_000)
                .forEach(it -> add(path + " " + it, true, IntNode.valueOf(it.intValue()), place));
        if (Math.abs(range.min()) < 1_000_000) {
            add(path + " too small", false, IntNode.valueOf((int) range.min() - 1), place);
        }
        if (Math.abs(range.max()) < 1_000_000) {
            add(path + " too large", false, IntNode.valueOf((int) range.max() + 1), place);
        }
    }

    private void list(String path, Shape.ListOf list, boolean inAddress, Place place) {
        var element = Samples.of(list.element());
        if (list.size().min() > 0 && list.size().min() < 1000) {
            add(
                    path + " with as few as there may be",
                    true,
                    repeat(element, list.size().min()),
                    place);
            // An SDK does not send an empty list in a form, so that nothing is too few.
            if (list.size().min() > 1 || !operation.service().equals("sts")) {
                add(path + " with too few", false, repeat(element, list.size().min() - 1), place);
            }
        }
        if (list.size().max() < 1000) {
            add(
                    path + " with as many as there may be",
                    true,
                    repeat(element, list.size().max()),
                    place);
            add(path + " with too many", false, repeat(element, list.size().max() + 1), place);
        }
        explore(
                path + "[]",
                list.element(),
                inAddress,
                (input, value) -> place.put(input, NODES.arrayNode().add(value)));
    }

    private static JsonNode repeat(JsonNode element, long times) {
        var list = NODES.arrayNode();
        for (int i = 0; i < times; i++) {
            list.add(element);
        }
        return list;
    }

    private void map(String path, Shape.MapOf map, Place place) {
        if (map.size().max() < 1000) {
            add(path + " with as many as there may be", true, entries(map.size().max()), place);
            add(path + " with too many", false, entries(map.size().max() + 1), place);
        }
        explore(
                path + " value",
                map.value(),
                false,
                (input, value) -> place.put(input, NODES.objectNode().set("key", value)));
        explore(
                path + " key",
                map.key(),
                false,
                (input, value) -> place.put(input, NODES.objectNode().put(value.textValue(), "value")));
    }

    private static ObjectNode entries(long count) {
        var map = NODES.objectNode();
        for (int i = 0; i < count; i++) {
            map.put("key" + i, "value");
        }
        return map;
    }

    private void structure(String path, Shape.Structure structure, boolean inAddress, Place place) {
        for (var name : structure.required()) {
            ObjectNode without = (ObjectNode) Samples.of(structure);
            without.remove(name);
            add(path + "." + name + " left out", false, without, place);
        }
        structure
                .members()
                .values()
                .forEach(it -> explore(path + "." + it.name(), it.shape(), inAddress, (input, value) -> {
                    ObjectNode with = (ObjectNode) Samples.of(structure);
                    with.set(it.name(), value);
                    return place.put(input, with);
                }));
    }
}
