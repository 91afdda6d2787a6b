package io.sharewell.simulator.server;

import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.protocol.HttpMessage;

/**
 * Which service a request means whose signature does not say. At AWS its address says it; here one address is all
 * services', so that the form of the request must do, for the refusal to be in words that its client reads.
 */
final class Unsigned {

    private Unsigned() {}

    static ServiceModel service(HttpMessage request, ServiceModels models) {
        var target = request.header("X-Amz-Target");
        if (target != null) {
            for (var service : models.all()) {
                if (service.targetPrefix() != null && target.startsWith(service.targetPrefix() + ".")) {
                    return service;
                }
            }
        }
        var type = request.header("Content-Type");
        boolean form = type != null && type.startsWith("application/x-www-form-urlencoded");
        // Of the services that speak rest-json, one with declared errors none of which fits stands for all.
        return models.service(form || request.query().startsWith("Action=") ? "sts" : "account");
    }
}
