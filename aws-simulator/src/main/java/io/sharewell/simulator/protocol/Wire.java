package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.OperationModel;
import io.sharewell.simulator.model.Protocol;
import io.sharewell.simulator.model.ServiceModel;

/** One wire protocol, both ways. */
public sealed interface Wire permits JsonWire, RestJsonWire, QueryWire {

    /**
     * Finds the operation.
     *
     * @throws AwsException if the service has none of that name or path
     */
    Routed route(ServiceModel service, HttpMessage request);

    /**
     * Reads the request's members, named as in the model.
     *
     * @throws AwsException if the message cannot be parsed
     */
    ObjectNode read(ServiceModel service, Routed routed, HttpMessage request);

    Reply answer(ServiceModel service, OperationModel operation, ObjectNode output, String requestId);

    Reply error(ServiceModel service, AwsException error, String requestId);

    static Wire of(Protocol protocol) {
        return switch (protocol) {
            case JSON -> JsonWire.INSTANCE;
            case REST_JSON -> RestJsonWire.INSTANCE;
            case QUERY -> QueryWire.INSTANCE;
        };
    }
}
