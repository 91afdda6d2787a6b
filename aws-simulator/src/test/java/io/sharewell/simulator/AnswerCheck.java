package io.sharewell.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.ServiceModels;
import io.sharewell.simulator.model.Shape;
import io.sharewell.simulator.model.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the models say of answers: headers, members, types, constraints, enumerations, times; and of errors, their
 * status and members. Fails with an {@link AssertionError}, which no client takes for an answer.
 */
public final class AnswerCheck {

    private static final ServiceModels MODELS = ServiceModels.load();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final ServiceModel service;
    private final String operation;

    private AnswerCheck(ServiceModel service, String operation) {
        this.service = service;
        this.operation = operation;
    }

    /** {@code operation} may be one that does not exist, as long as its answer is an error. */
    public static AnswerCheck of(String service, String operation) {
        return new AnswerCheck(MODELS.service(service), operation);
    }

    public static boolean knows(String service) {
        return MODELS.service(service) != null;
    }

    public void check(int status, Function<String, Optional<String>> header, byte[] body) {
        demand(
                header.apply("x-amzn-RequestId")
                        .filter(it -> it.matches("[-0-9a-f]{36}"))
                        .isPresent(),
                "has no request id");
        demand(header.apply("Date").isPresent(), "has no date");
        var type = header.apply("Content-Type").orElse("none");
        var errorType = header.apply("x-amzn-ErrorType").orElse(null);
        switch (service.protocol()) {
            case JSON -> {
                // Nobody knows in which protocol to answer a request in another one.
                if (status != 404) {
                    json(status, type, "application/x-amz-json-1.1", null, body);
                }
            }
            case REST_JSON -> json(status, type, "application/json", errorType, body);
            case QUERY -> {
                demand(type.startsWith("text/xml"), "is of content type " + type);
                new XmlAnswerCheck(service, operation).check(status, body);
            }
        }
    }

    private void json(int status, String type, String expectedType, String errorType, byte[] body) {
        var answer = tree(body);
        demand(type.equals(expectedType), "is of content type " + type + " instead of " + expectedType);
        if (status < 300) {
            output(answer);
        } else {
            error(status, errorType != null ? errorType : answer.path("__type").asText(), answer);
        }
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void output(JsonNode answer) {
        var shape = service.operations().get(operation).output();
        var violations = Validator.check(shape, answer);
        demand(violations.isEmpty(), "is against its model: " + violations + " in " + answer);
        members(shape, answer);
    }

    private void members(Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Structure structure ->
                value.properties().forEach(it -> {
                    var member = structure.members().get(it.getKey());
                    demand(member != null, "has a member that its model does not have: " + it);
                    demand(!it.getValue().isNull(), "has a member that is null, which AWS leaves out: " + it);
                    members(member.shape(), it.getValue());
                });
            case Shape.ListOf list -> value.forEach(it -> members(list.element(), it));
            case Shape.MapOf map -> value.forEach(it -> members(map.value(), it));
            case Shape.Timestamp _ -> time(value.decimalValue());
            case Shape.Text _, Shape.Number _, Shape.Bool _ -> {}
        }
    }

    /** Seconds, of which AWS writes at most thousandths. */
    private void time(BigDecimal seconds) {
        var time = Instant.ofEpochSecond(seconds.longValue());
        demand(time.isAfter(EARLIEST) && time.isBefore(LATEST), "has a time that is not in seconds: " + seconds);
        demand(seconds.stripTrailingZeros().scale() <= 3, "has a time finer than milliseconds: " + seconds);
    }

    private void error(int status, String code, JsonNode answer) {
        demand(status >= 400 && !code.isEmpty(), "is no error: " + status + " " + answer);
        var declared = service.errors().get(code);
        if (declared == null) {
            answer.fieldNames()
                    .forEachRemaining(it -> demand(
                            it.equalsIgnoreCase("message") || it.equals("__type"),
                            "has a member " + it + " though nobody declares " + code));
            return;
        }
        answer.fieldNames()
                .forEachRemaining(it -> demand(
                        it.equals("__type") || declared.members().contains(it),
                        "has a member " + it + " that " + code + " does not have"));
        for (var member : declared.required()) {
            demand(answer.hasNonNull(member), "lacks " + member + " of " + code + ": " + answer);
        }
    }

    private void demand(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new AssertionError("The answer to " + service.name() + "." + operation + " " + otherwise);
        }
    }
}
