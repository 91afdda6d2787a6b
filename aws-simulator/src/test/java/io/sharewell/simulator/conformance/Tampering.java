package io.sharewell.simulator.conformance;

import io.sharewell.simulator.model.Protocol;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Lets a real client send, properly signed, what it never would. */
final class Tampering {

    private Tampering() {}

    static ExecutionInterceptor unknownOperation(Protocol protocol) {
        return switch (protocol) {
            case JSON -> request(it -> it.putHeader("X-Amz-Target", target(it) + ".NoSuchOperation"));
            case REST_JSON -> request(it -> it.encodedPath("/no/such/operation"));
            case QUERY -> body("Action=NoSuchOperation&Version=2011-06-15");
        };
    }

    private static String target(SdkHttpRequest.Builder request) {
        return request.firstMatchingHeader("X-Amz-Target").orElseThrow().split("\\.")[0];
    }

    private static ExecutionInterceptor request(Consumer<SdkHttpRequest.Builder> change) {
        return new ExecutionInterceptor() {
            @Override
            public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                return context.httpRequest().copy(change::accept);
            }
        };
    }

    static ExecutionInterceptor body(String text) {
        return new ExecutionInterceptor() {
            @Override
            public Optional<RequestBody> modifyHttpContent(
                    Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                return Optional.of(RequestBody.fromString(text));
            }

            @Override
            public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
                return context.httpRequest().copy(it -> it.putHeader("Content-Length", String.valueOf(text.length())));
            }
        };
    }
}
