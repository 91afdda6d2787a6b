package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Routed;
import io.sharewell.simulator.signature.Signed;
import io.sharewell.simulator.trouble.FaultRule;
import java.util.Set;

/** What is known so far of the request at hand. */
final class Exchange {

    private static final Set<String> GLOBAL = Set.of("organizations", "account");

    final HttpMessage request;
    final String requestId;
    Signed signed;
    ServiceModel service;
    Routed routed;
    Identity caller;
    ObjectNode input;
    FaultRule fault;
    AwsException error;

    Exchange(HttpMessage request, String requestId) {
        this.request = request;
        this.requestId = requestId;
    }

    /** The Region that answers. */
    String region() {
        return region(signed);
    }

    /**
     * The Region that answers a request: for a service with one endpoint for all, that endpoint's. A client that is
     * told an endpoint signs for the Region it is set to, though without one it would have known better.
     */
    static String region(Signed signed) {
        return GLOBAL.contains(signed.scope().service())
                ? "us-east-1"
                : signed.scope().region();
    }

    boolean struckBy(FaultRule.Kind kind) {
        return fault != null && fault.kind() == kind;
    }
}
