package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.Location;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.Shape;
import java.util.Map;

/** Protocol {@code rest-json}: members in path, query string and body; the operation is method and path. */
enum RestJsonWire implements Wire {
    INSTANCE;

    @Override
    public Routed route(ServiceModel service, HttpMessage request) {
        var parts = request.pathParts();
        for (var operation : service.operations().values()) {
            if (operation.method().equals(request.method())) {
                var labels = operation.uri().match(parts);
                if (labels != null) {
                    return new Routed(operation, labels);
                }
            }
        }
        throw unknownOperation(service);
    }

    /** Well-Architected's model has a word of its own for it. */
    private static AwsException unknownOperation(ServiceModel service) {
        return service.name().equals("wellarchitected")
                ? AwsException.modelled("ValidationException", "[Validation] Unknown operation.")
                        .with("Reason", "UNKNOWN_OPERATION")
                : AwsException.undeclared(
                        "UnknownOperationException", 404, "The requested operation is not recognized.");
    }

    @Override
    public ObjectNode read(ServiceModel service, Routed routed, HttpMessage request) {
        var shape = routed.operation().input();
        var query = Parameters.parse(request.query());
        var input = hasBody(shape) ? body(service, request) : Json.object();
        for (var member : shape.members().values()) {
            switch (member.location()) {
                case BODY -> {}
                case URI -> input.put(member.name(), routed.labels().get(member.wireName()));
                case QUERY_STRING -> set(input, member, query.get(member.wireName()));
                case HEADER -> set(input, member, request.header(member.wireName()));
            }
        }
        return input;
    }

    private static boolean hasBody(Shape.Structure shape) {
        return shape.members().values().stream().anyMatch(it -> it.location() == Location.BODY);
    }

    private static ObjectNode body(ServiceModel service, HttpMessage request) {
        var body = Json.parse(request.body());
        if (body != null) {
            return body;
        }
        throw service.name().equals("wellarchitected")
                ? AwsException.modelled("ValidationException", "[Validation] The request body cannot be parsed.")
                        .with("Reason", "CANNOT_PARSE")
                : AwsException.undeclared("SerializationException", 400, "The request body is not a JSON object.");
    }

    private static void set(ObjectNode input, Shape.Member member, String text) {
        if (text != null) {
            input.set(member.name(), Scalars.read(member.shape(), text));
        }
    }

    @Override
    public Reply answer(ServiceModel service, OperationModel operation, ObjectNode output, String requestId) {
        return new Reply(
                200, Map.of("x-amzn-RequestId", requestId, "Content-Type", "application/json"), Json.bytes(output));
    }

    @Override
    public Reply error(ServiceModel service, AwsException error, String requestId) {
        return new Reply(
                Errors.status(service, error),
                Map.of(
                        "x-amzn-RequestId",
                        requestId,
                        "Content-Type",
                        "application/json",
                        "x-amzn-ErrorType",
                        Errors.code(service, error)),
                Json.bytes(Errors.body(service, error)));
    }
}
