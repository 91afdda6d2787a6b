package io.sharewell.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.OperationModel;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Any operation of AWS's SDK for Java by its name in the model, with an input as JSON. */
final class SdkCall {

    private static final String MODEL = "software.amazon.awssdk.services.%s.model.%sRequest";

    private SdkCall() {}

    /** What the client returns; what it throws is thrown on. */
    static SdkResponse invoke(SdkClient client, OperationModel operation, ObjectNode input) {
        try {
            var type = Class.forName(MODEL.formatted(operation.service(), operation.name()));
            var builder = type.getMethod("builder").invoke(null);
            fill((SdkPojo) builder, input);
            var request = ((SdkRequest.Builder) builder).build();
            var name = Character.toLowerCase(operation.name().charAt(0))
                    + operation.name().substring(1);
            var method = clientType(client, operation).getMethod(name, type);
            return (SdkResponse) method.invoke(client, request);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public interface; the class behind it is not ours to call. */
    private static Class<?> clientType(SdkClient client, OperationModel operation) {
        for (var type : client.getClass().getInterfaces()) {
            if (type.getPackageName().endsWith("." + operation.service())) {
                return type;
            }
        }
        throw new IllegalStateException(client + " is no client of " + operation.service());
    }

    /** Whether this version of the SDK has the member; AWS's models grow. */
    static boolean knows(OperationModel operation, String member) {
        try {
            var type = Class.forName(MODEL.formatted(operation.service(), operation.name()));
            return ((SdkPojo) type.getMethod("builder").invoke(null))
                    .sdkFields().stream().anyMatch(it -> it.memberName().equals(member));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(SdkPojo pojo, JsonNode input) {
        for (var field : pojo.sdkFields()) {
            var value = input.get(field.memberName());
            if (value != null) {
                field.set(pojo, value(field, value));
            }
        }
    }

    private static Object value(SdkField<?> field, JsonNode value) {
        var type = field.marshallingType();
        if (type == MarshallingType.INTEGER) {
            return value.intValue();
        } else if (type == MarshallingType.BOOLEAN) {
            return value.booleanValue();
        } else if (type == MarshallingType.STRING) {
            return value.textValue();
        } else if (type == MarshallingType.LIST) {
            return list(field.getTrait(ListTrait.class).memberFieldInfo(), value);
        } else if (type == MarshallingType.MAP) {
            var element = field.getTrait(MapTrait.class).valueFieldInfo();
            return value.properties().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            it -> value(element, it.getValue()),
                            (one, _) -> one,
                            LinkedHashMap::new));
        } else if (type == MarshallingType.SDK_POJO) {
            var inner = field.constructor().get();
            fill(inner, value);
            return ((SdkBuilder<?, ?>) inner).build();
        }
        throw new IllegalStateException("No member of a simulated operation's input is of type " + type);
    }

    private static List<Object> list(SdkField<?> element, JsonNode values) {
        var list = new ArrayList<>();
        values.forEach(it -> list.add(value(element, it)));
        return list;
    }
}
