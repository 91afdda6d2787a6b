package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.Shape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Protocol {@code query}: a form goes in, XML comes out. */
enum QueryWire implements Wire {
    INSTANCE;

    @Override
    public Routed route(ServiceModel service, HttpMessage request) {
        var form = form(request);
        var action = form.get("Action");
        if (action == null) {
            throw AwsException.undeclared(
                    "MissingAction", 400, "The request is missing an action or a required parameter.");
        }
        var version = form.getOrDefault("Version", "NO_VERSION_SPECIFIED");
        var operation = service.operations().get(action);
        if (operation == null || !service.apiVersion().equals(version)) {
            throw AwsException.undeclared(
                    "InvalidAction", 400, "Could not find operation " + action + " for version " + version);
        }
        return new Routed(operation, form);
    }

    /** Parameters may travel in the query string too, as they must in a presigned request. */
    private static Map<String, String> form(HttpMessage request) {
        try {
            var form = new LinkedHashMap<>(Parameters.parse(request.query()));
            form.putAll(Parameters.parse(new String(request.body(), StandardCharsets.UTF_8)));
            return form;
        } catch (IllegalArgumentException e) {
            throw AwsException.undeclared("MalformedQueryString", 400, "The query string cannot be decoded.");
        }
    }

    @Override
    public ObjectNode read(ServiceModel service, Routed routed, HttpMessage request) {
        return structure(routed.operation().input(), "", new TreeMap<>(routed.labels()));
    }

    private static ObjectNode structure(Shape.Structure shape, String prefix, NavigableMap<String, String> form) {
        var node = Json.object();
        for (var member : shape.members().values()) {
            var value = value(member.shape(), prefix + member.wireName(), form);
            if (value != null) {
                node.set(member.name(), value);
            }
        }
        return node;
    }

    private static JsonNode value(Shape shape, String name, NavigableMap<String, String> form) {
        return switch (shape) {
            case Shape.Structure structure -> present(name, form) ? structure(structure, name + ".", form) : null;
            case Shape.ListOf list -> list(list, name, form);
            case Shape.MapOf _ -> throw new IllegalStateException("No simulated operation sends a map in a form");
            case Shape.Text _, Shape.Number _, Shape.Bool _, Shape.Timestamp _ ->
                form.containsKey(name) ? Scalars.read(shape, form.get(name)) : null;
        };
    }

    private static ArrayNode list(Shape.ListOf shape, String name, NavigableMap<String, String> form) {
        ArrayNode list = null;
        for (int i = 1; ; i++) {
            var element = value(shape.element(), name + ".member." + i, form);
            if (element == null) {
                return list;
            }
            list = list == null ? Json.object().arrayNode() : list;
            list.add(element);
        }
    }

    private static boolean present(String name, NavigableMap<String, String> form) {
        var next = form.ceilingKey(name + ".");
        return next != null && next.startsWith(name + ".");
    }

    @Override
    public Reply answer(ServiceModel service, OperationModel operation, ObjectNode output, String requestId) {
        var xml = new Xml();
        xml.open(operation.name() + "Response", service.xmlNamespace());
        xml.open(operation.resultWrapper());
        xml.members(operation.output(), output);
        xml.close(operation.resultWrapper());
        xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
        xml.close(operation.name() + "Response");
        return reply(200, requestId, xml);
    }

    @Override
    public Reply error(ServiceModel service, AwsException error, String requestId) {
        int status = Errors.status(service, error);
        var xml = new Xml();
        xml.open("ErrorResponse", service.xmlNamespace()).open("Error");
        xml.element("Type", status >= 500 ? "Receiver" : "Sender");
        xml.element("Code", Errors.code(service, error));
        xml.element("Message", error.getMessage());
        xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
        return reply(status, requestId, xml);
    }

    private static Reply reply(int status, String requestId, Xml xml) {
        return new Reply(status, Map.of("x-amzn-RequestId", requestId, "Content-Type", "text/xml"), xml.bytes());
    }
}
