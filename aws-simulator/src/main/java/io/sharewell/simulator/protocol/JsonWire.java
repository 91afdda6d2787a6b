package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Protocol {@code json} 1.1: everything in the body, the operation in {@code X-Amz-Target}. */
enum JsonWire implements Wire {
    INSTANCE;

    private static final String CONTENT_TYPE = "application/x-amz-json-1.1";

    private static final String UNKNOWN_OPERATION = "UnknownOperationException";

    /** Of another protocol, as AWS takes it: then it answers in none. */
    private static final int NOT_FOUND = 404;

    @Override
    public Routed route(ServiceModel service, HttpMessage request) {
        var type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/x-amz-json-")) {
            throw AwsException.undeclared(UNKNOWN_OPERATION, NOT_FOUND, null);
        }
        var target = request.header("X-Amz-Target");
        var prefix = service.targetPrefix() + ".";
        var operation =
                target != null && target.startsWith(prefix) && request.method().equals("POST")
                        ? service.operations().get(target.substring(prefix.length()))
                        : null;
        if (operation == null) {
            throw AwsException.undeclared(UNKNOWN_OPERATION, 400, null);
        }
        return new Routed(operation, Map.of());
    }

    @Override
    public ObjectNode read(ServiceModel service, Routed routed, HttpMessage request) {
        var input = Json.parse(request.body());
        if (input == null) {
            throw AwsException.undeclared("SerializationException", 400, "The request body is not a JSON object.");
        }
        return input;
    }

    @Override
    public Reply answer(ServiceModel service, OperationModel operation, ObjectNode output, String requestId) {
        return reply(200, requestId, output);
    }

    @Override
    public Reply error(ServiceModel service, AwsException error, String requestId) {
        if (error.code().equals(UNKNOWN_OPERATION) && error.status() == NOT_FOUND) {
            return new Reply(
                    NOT_FOUND,
                    Map.of("x-amzn-RequestId", requestId),
                    "<UnknownOperationException/>\n".getBytes(StandardCharsets.UTF_8));
        }
        var body = Json.object().put("__type", Errors.code(service, error));
        body.setAll(Errors.body(service, error));
        return reply(Errors.status(service, error), requestId, body);
    }

    private static Reply reply(int status, String requestId, ObjectNode body) {
        return new Reply(status, Map.of("x-amzn-RequestId", requestId, "Content-Type", CONTENT_TYPE), Json.bytes(body));
    }
}
