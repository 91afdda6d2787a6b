package io.sharewell.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.model.Shape;
import io.sharewell.simulator.model.Validator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Holds every JSON answer that a test's client gets against the model: constraints, and no unknown member. */
final class ModelCheck implements ExecutionInterceptor {

    private static final ServiceModels MODELS = ServiceModels.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var service =
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME).toLowerCase(Locale.ROOT);
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        boolean checked = context.httpResponse().isSuccessful() && !service.equals("sts");
        return context.responseBody().map(body -> checked ? check(service, operation, body) : body);
    }

    private static InputStream check(String service, String operation, InputStream body) {
        try {
            var bytes = body.readAllBytes();
            var answer = JSON.readTree(bytes);
            var shape = MODELS.service(service).operations().get(operation).output();
            var violations = Validator.check(shape, answer);
            if (!violations.isEmpty()) {
                throw new AssertionError(operation + " answered against its model: " + violations + " in " + answer);
            }
            checkMembers(operation, shape, answer);
            return new ByteArrayInputStream(bytes);
        } catch (IOException e) {
            throw SdkClientException.create("The answer broke off", e);
        }
    }

    private static void checkMembers(String operation, Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Structure structure ->
                value.properties().forEach(it -> {
                    var member = structure.members().get(it.getKey());
                    if (member == null) {
                        throw new AssertionError(operation + " answered a member its model does not have: " + it);
                    }
                    checkMembers(operation, member.shape(), it.getValue());
                });
            case Shape.ListOf list -> value.forEach(it -> checkMembers(operation, list.element(), it));
            case Shape.MapOf _, Shape.Text _, Shape.Number _, Shape.Bool _, Shape.Timestamp _ -> {}
        }
    }
}
