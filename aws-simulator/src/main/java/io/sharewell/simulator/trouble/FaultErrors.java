package io.sharewell.simulator.trouble;

import io.sharewell.simulator.model.ErrorModel;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;

/** The errors that faults name by nothing but their code. */
public final class FaultErrors {

    private FaultErrors() {}

    /**
     * The error as a service gives it.
     *
     * @return null if nothing tells its HTTP status: neither the service's model nor what is common to all services
     */
    public static AwsException of(ServiceModel service, String code, String message) {
        var declared = declared(service, code);
        if (declared != null) {
            return AwsException.modelled(declared.name(), message);
        }
        var common = CommonError.named(code, service.protocol(), message);
        if (common != null) {
            return common;
        }
        if (code.equals(Throttling.of(service.name()).code())) {
            // One that is not declared is a plain 400.
            return AwsException.undeclared(code, 400, message);
        }
        return switch (code) {
            case "InternalFailure" -> AwsException.undeclared(code, 500, message);
            case "ServiceUnavailable" -> AwsException.undeclared(code, 503, message);
            default -> null;
        };
    }

    /** By its shape's name, or as it stands on the wire; null if the model does not have it. */
    private static ErrorModel declared(ServiceModel service, String code) {
        return service.errors().values().stream()
                .filter(it -> it.name().equals(code) || it.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
