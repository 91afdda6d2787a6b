package io.sharewell.simulator.model;

import java.util.List;

/**
 * One operation of a service.
 *
 * @param resultWrapper element around the result in the query protocol, else null
 * @param errors names of the errors that the model declares
 */
public record OperationModel(
        String service,
        String name,
        String method,
        UriTemplate uri,
        Shape.Structure input,
        Shape.Structure output,
        String resultWrapper,
        List<String> errors) {

    /** As counters and fault rules name it, such as {@code sts.AssumeRole}. */
    public String qualifiedName() {
        return service + "." + name;
    }

    /** As IAM names the action, such as {@code sts:AssumeRole}. */
    public String action() {
        return service + ":" + name;
    }
}
