package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Routed;
import io.sharewell.simulator.signature.Signed;
import io.sharewell.simulator.trouble.FaultRule;

/** What is known so far of the request at hand. */
final class Exchange {

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

    boolean struckBy(FaultRule.Kind kind) {
        return fault != null && fault.kind() == kind;
    }
}
