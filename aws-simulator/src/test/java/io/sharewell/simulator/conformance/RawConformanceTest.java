package io.sharewell.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.RawHttp;
import io.sharewell.simulator.RawHttp.Raw;
import io.sharewell.simulator.conformance.Catalogue.Operation;
import io.sharewell.simulator.model.Location;
import io.sharewell.simulator.model.Shape;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the SDK would not send: wrong JSON types, members that do not exist, no client token, another method. */
class RawConformanceTest {

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.set();
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    /** Those whose inputs are JSON. */
    static List<Operation> operations() {
        return Catalogue.operations().stream()
                .filter(it -> !it.model().service().equals("sts"))
                .toList();
    }

    static Stream<Arguments> wrongTypes() {
        return operations().stream().flatMap(operation -> operation.model().input().members().values().stream()
                .filter(it -> it.location() == Location.BODY)
                .flatMap(member -> notOf(member.shape()).map(it -> Arguments.of(operation, member.name(), it))));
    }

    /** Values whose JSON type is not the shape's. */
    private static Stream<JsonNode> notOf(Shape shape) {
        var nodes = JsonNodeFactory.instance;
        var all = Stream.<JsonNode>of(
                new TextNode("text"), IntNode.valueOf(7), BooleanNode.TRUE, nodes.arrayNode(), nodes.objectNode());
        return switch (shape) {
            case Shape.Text _ -> all.filter(it -> !it.isTextual());
            case Shape.Number _, Shape.Timestamp _ -> all.filter(it -> !it.isNumber());
            case Shape.Bool _ -> all.filter(it -> !it.isBoolean());
            case Shape.ListOf _ -> all.filter(it -> !it.isArray());
            case Shape.MapOf _, Shape.Structure _ -> all.filter(it -> !it.isObject());
        };
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("wrongTypes")
    void refusesAWrongType(Operation operation, String member, JsonNode value) {
        ObjectNode input = operation.input().apply(scene);
        input.set(member, value);

        assertThat(send(operation, input).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void passesOverMembersThatDoNotExist(Operation operation) {
        var input = operation.input().apply(scene).put("NoSuchMember", "value");

        assertThat(send(operation, withToken(operation, input)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void wantsAClientRequestTokenWhereTheModelRequiresOne(Operation operation) {
        var input = operation.input().apply(scene);
        input.remove("ClientRequestToken");
        boolean required = operation.model().input().required().contains("ClientRequestToken");

        assertThat(send(operation, input).statusCode()).isEqualTo(required ? 400 : 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersNoOtherMethod(Operation operation) {
        var raw = raw(operation, operation.input().apply(scene));
        var put = new Raw(raw.service(), raw.operation(), raw.region(), "PUT", raw.path(), raw.body(), raw.headers());

        assertThat(RawHttp.send(scene.sim(), scene.caller(operation), put).statusCode())
                .isBetween(400, 404);
    }

    private static ObjectNode withToken(Operation operation, ObjectNode input) {
        boolean has = operation.model().input().members().containsKey("ClientRequestToken");
        return has && !input.has("ClientRequestToken") ? input.put("ClientRequestToken", scene.freshName()) : input;
    }

    private static HttpResponse<String> send(Operation operation, ObjectNode input) {
        return RawHttp.send(scene.sim(), scene.caller(operation), raw(operation, input));
    }

    /** The request as the model says that it travels. */
    private static Raw raw(Operation operation, ObjectNode input) {
        var model = operation.model();
        var name = model.name();
        if (model.service().equals("organizations") || model.service().equals("ssm")) {
            var prefix = model.service().equals("ssm") ? "AmazonSSM." : "AWSOrganizationsV20161128.";
            var headers = Map.of("X-Amz-Target", prefix + name, "Content-Type", "application/x-amz-json-1.1");
            return new Raw(model.service(), name, "eu-west-1", "POST", "/", input.toString(), headers);
        }
        var body = input.deepCopy();
        var path = path(operation, body) + query(operation, body);
        var text = model.method().equals("GET") || model.method().equals("DELETE") ? "" : body.toString();
        return new Raw(
                model.service(),
                name,
                "eu-west-1",
                model.method(),
                path,
                text,
                Map.of("Content-Type", "application/json"));
    }

    private static String path(Operation operation, ObjectNode body) {
        return operation.model().uri().segments().stream()
                .map(it -> it.startsWith("{") ? taken(body, it.substring(1, it.length() - 1)) : it)
                .collect(Collectors.joining("/"));
    }

    private static String query(Operation operation, ObjectNode body) {
        var query = operation.model().input().members().values().stream()
                .filter(it -> it.location() == Location.QUERY_STRING && body.has(it.name()))
                .map(it -> it.wireName() + "=" + taken(body, it.name()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String taken(ObjectNode body, String member) {
        return URLEncoder.encode(body.remove(member).asText(), StandardCharsets.UTF_8)
                .replace("+", "%20");
    }
}
