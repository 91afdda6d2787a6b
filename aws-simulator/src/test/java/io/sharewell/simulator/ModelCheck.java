package io.sharewell.simulator;

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
import software.amazon.awssdk.http.SdkHttpResponse;

/** Holds every answer that a test's client gets against the model, errors too. All clients of all tests have it. */
final class ModelCheck implements ExecutionInterceptor {

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        var service =
                attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME).toLowerCase(Locale.ROOT);
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        var response = context.httpResponse();
        return context.responseBody().map(body -> {
            var bytes = read(body);
            if (!isOfLoadBalancer(response)) {
                AnswerCheck.of(service, operation)
                        .check(response.statusCode(), name -> response.firstMatchingHeader(name), bytes);
            }
            return new ByteArrayInputStream(bytes);
        });
    }

    /** Those a fault lets stand in for the service know nothing of its protocol. */
    private static boolean isOfLoadBalancer(SdkHttpResponse response) {
        return response.firstMatchingHeader("Content-Type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException e) {
            throw SdkClientException.create("The answer broke off", e);
        }
    }
}
