package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.ServiceModel;

/** What the protocols' errors have in common. */
final class Errors {

    private Errors() {}

    static int status(ServiceModel service, AwsException error) {
        if (error.status() != AwsException.AS_MODELLED) {
            return error.status();
        }
        var model = service.errors().get(error.code());
        return model == null ? 400 : model.status();
    }

    /** The code on the wire, which STS's model lets differ from the shape's name. */
    static String code(ServiceModel service, AwsException error) {
        var model = service.errors().get(error.code());
        return model == null ? error.code() : model.code();
    }

    static ObjectNode body(ServiceModel service, AwsException error) {
        var body = Json.object();
        var model = service.errors().get(error.code());
        if (error.getMessage() != null && (model == null || !model.members().isEmpty())) {
            body.put(model == null ? "message" : model.messageMember(), error.getMessage());
        }
        error.members().forEach((name, value) -> body.set(name, Json.node(value)));
        if (model != null) {
            // An injected fault is about no resource in particular, but its shape has to be right.
            model.required().stream().filter(it -> !body.has(it)).forEach(it -> body.put(it, "unknown"));
        }
        return body;
    }
}
