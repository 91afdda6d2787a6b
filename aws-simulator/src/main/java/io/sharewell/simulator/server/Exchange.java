package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.cloud.Regions;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Routed;
import io.sharewell.simulator.signature.Signed;
import io.sharewell.simulator.trouble.FaultRule;
import io.sharewell.simulator.trouble.Faults;
import java.util.Set;

/** What is known so far of the request at hand. */
final class Exchange {

    private static final Set<String> WITH_GLOBAL_ENDPOINT = Set.of("organizations", "account", "sts");

    final HttpMessage request;
    final String requestId;
    Signed signed;
    ServiceModel service;
    Routed routed;
    Identity caller;
    ObjectNode input;
    Faults.Strike fault;
    AwsException error;

    /** Whether the error is the fault's, not the service's own. */
    boolean errorInjected;

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
        return Regions.GLOBAL_SERVICES.contains(signed.scope().service()) || isGlobal(signed)
                ? Regions.OF_GLOBAL_ENDPOINTS
                : signed.scope().region();
    }

    /** Whether it is signed for what clients call the Region of global endpoints; STS has one beside the Regions'. */
    static boolean isGlobal(Signed signed) {
        return signed.scope().region().equals("aws-global")
                && WITH_GLOBAL_ENDPOINT.contains(signed.scope().service());
    }

    /** As counters name it; null if the request named none. */
    String operation() {
        return routed == null ? null : routed.operation().qualifiedName();
    }

    boolean struckBy(FaultRule.Kind kind) {
        return fault != null && fault.rule().kind() == kind;
    }
}
