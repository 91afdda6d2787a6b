package io.sharewell.simulator.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.model.Shape.Member;
import io.sharewell.simulator.model.Shape.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns one model file into a {@link ServiceModel}. */
final class ModelReader {

    private final JsonNode metadata;
    private final JsonNode operations;
    private final JsonNode shapes;
    private final Map<String, Shape> read = new HashMap<>();

    ModelReader(JsonNode model) {
        this.metadata = model.get("metadata");
        this.operations = model.get("operations");
        this.shapes = model.get("shapes");
    }

    ServiceModel read() {
        var name = metadata.path("signingName")
                .asText(metadata.get("endpointPrefix").asText());
        var read = new LinkedHashMap<String, OperationModel>();
        operations.properties().forEach(it -> read.put(it.getKey(), operation(name, it.getKey(), it.getValue())));
        return new ServiceModel(
                name,
                Protocol.of(metadata.get("protocol").asText()),
                metadata.get("apiVersion").asText(),
                metadata.path("targetPrefix").asText(null),
                metadata.path("xmlNamespace").asText(null),
                read,
                errors());
    }

    private OperationModel operation(String service, String name, JsonNode operation) {
        var declared = new ArrayList<String>();
        operation
                .path("errors")
                .forEach(error -> declared.add(error.get("shape").asText()));
        return new OperationModel(
                service,
                name,
                operation.at("/http/method").asText(),
                UriTemplate.parse(operation.at("/http/requestUri").asText()),
                structureAt(operation.path("input")),
                structureAt(operation.path("output")),
                operation.at("/output/resultWrapper").asText(null),
                List.copyOf(declared));
    }

    private Shape.Structure structureAt(JsonNode reference) {
        return reference.has("shape")
                ? (Shape.Structure) shape(reference.get("shape").asText())
                : Shape.Structure.EMPTY;
    }

    private Map<String, ErrorModel> errors() {
        var errors = new HashMap<String, ErrorModel>();
        shapes.properties().forEach(it -> {
            if (it.getValue().path("exception").asBoolean()) {
                errors.put(it.getKey(), error(it.getKey(), it.getValue()));
            }
        });
        return errors;
    }

    private static ErrorModel error(String name, JsonNode shape) {
        // A model without a status means 500 for a fault of the service and 400 for the caller's.
        int unstated = shape.path("fault").asBoolean() ? 500 : 400;
        var members = new LinkedHashSet<String>();
        shape.path("members").fieldNames().forEachRemaining(members::add);
        var required = new ArrayList<String>();
        shape.path("required").forEach(it -> required.add(it.asText()));
        return new ErrorModel(
                name,
                shape.at("/error/code").asText(name),
                shape.at("/error/httpStatusCode").asInt(unstated),
                members,
                List.copyOf(required));
    }

    private Shape shape(String name) {
        var known = read.get(name);
        if (known == null) {
            known = read(name, shapes.get(name));
            read.put(name, known);
        }
        return known;
    }

    private Shape read(String name, JsonNode shape) {
        var type = shape.get("type").asText();
        return switch (type) {
            case "structure" -> structure(name, shape);
            case "list" -> new Shape.ListOf(shape(shape.at("/member/shape").asText()), range(shape));
            case "map" ->
                new Shape.MapOf(
                        shape(shape.at("/key/shape").asText()),
                        shape(shape.at("/value/shape").asText()),
                        range(shape));
            case "string" -> text(shape);
            case "integer", "long" -> new Shape.Number(range(shape));
            case "boolean" -> new Shape.Bool();
            case "timestamp" -> new Shape.Timestamp();
            default -> throw new IllegalArgumentException("Shape " + name + " has the unknown type " + type);
        };
    }

    private Shape structure(String name, JsonNode shape) {
        var members = new LinkedHashMap<String, Member>();
        shape.get("members").properties().forEach(it -> {
            var member = it.getValue();
            members.put(
                    it.getKey(),
                    new Member(
                            it.getKey(),
                            shape(member.get("shape").asText()),
                            Location.of(member.path("location").asText("")),
                            member.path("locationName").asText(it.getKey())));
        });
        var required = new ArrayList<String>();
        shape.path("required").forEach(it -> required.add(it.asText()));
        return new Shape.Structure(name, members, List.copyOf(required));
    }

    private static Shape text(JsonNode shape) {
        var allowed = new LinkedHashSet<String>();
        shape.path("enum").forEach(it -> allowed.add(it.asText()));
        var pattern = shape.has("pattern")
                ? Pattern.compile(javaPattern(shape.get("pattern").asText()))
                : null;
        return new Shape.Text(range(shape), pattern, allowed);
    }

    /** STS's model writes characters beyond 16 bits as {@code \}{@code u10000}, which Java would read as two. */
    private static String javaPattern(String pattern) {
        return pattern.replaceAll("\\\\u10000-\\\\u10FFFF", "\\\\x{10000}-\\\\x{10FFFF}");
    }

    private static Range range(JsonNode shape) {
        return new Range(
                shape.path("min").asLong(Range.ANY.min()), shape.path("max").asLong(Range.ANY.max()));
    }
}
