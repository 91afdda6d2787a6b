package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds {@code docs/asyncapi.yaml} to the code and to the golden files. */
class AsyncApiTest {

    private static final AsyncApi API = AsyncApi.read();
    private static final AsyncApi STRICT = API.strict();

    @Test
    void isOfVersion3() {
        assertThat(API.at("/asyncapi").asText()).startsWith("3.0.");
    }

    @Test
    void everyTopicHasAChannelAndNoChannelIsLeftOver() {
        assertThat(API.channels().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .flatMap(topic -> topic.family().stream())
                        .toList());
    }

    @Test
    void everyTypeHasAMessageNamedAsItAndNoMessageIsLeftOver() {
        assertThat(API.messages().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::ceType).toList());
        assertThat(API.at("/components/messages")).hasSameSizeAs(EventType.values());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyMessageIsCalledLikeItsRecord(EventType type) {
        assertThat(API.message(type).get("title").asText())
                .isEqualTo(type.record().getSimpleName());
        assertThat(API.message(type).at("/payload/$ref").asText())
                .isEqualTo("#/components/schemas/" + type.record().getSimpleName());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyMessageIsOnTheChannelsOfItsTopicAndOnNoOther(EventType type) {
        List<String> found = API.channels().entrySet().stream()
                .filter(channel -> namesOn(channel.getValue()).contains(type.ceType()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(Topic.of(Samples.of(type)).family());
    }

    private static List<String> namesOn(JsonNode channel) {
        return channel.get("messages")
                .valueStream()
                .map(API::resolve)
                .map(message -> message.path("name").asText())
                .toList();
    }

    @Test
    void shareResultsAloneIsPublic() {
        API.channels().forEach((address, channel) -> assertThat(
                        channel.at("/tags/0/name").asText())
                .as(address)
                .isEqualTo(address.equals("share-results") ? "public" : "internal"));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyGoldenFileIsAsItsPayloadSays(EventType type) {
        assertThat(API.errors(API.message(type).get("payload"), Golden.tree(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyFieldAndWordOfAGoldenFileIsNamed(EventType type) {
        assertThat(STRICT.errors(STRICT.message(type).get("payload"), Golden.tree(type)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void fieldsOfALaterVersionAreAllowed(EventType type) {
        ObjectNode value = Golden.tree(type).put("aFieldOfALaterVersion", 1);

        assertThat(API.errors(API.message(type).get("payload"), value)).isEmpty();
        assertThat(STRICT.errors(STRICT.message(type).get("payload"), value))
                .as("so that this test would see a field without a description")
                .isNotEmpty();
    }

    @Test
    void everyFieldThatIsDescribedIsInAGoldenFile() {
        Set<String> described = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (EventType type : EventType.values()) {
            FieldWalk walk = new FieldWalk(API, described, seen);
            walk.walk(API.message(type).get("payload"), Golden.tree(type));
            if (Golden.LATER.contains(type)) {
                walk.walk(API.message(type).get("payload"), Golden.laterTree(type));
            }
        }

        assertThat(described).contains("Envelope.replayId", "WorkloadResult.targets", "Totals.accounts.selected");
        assertThat(seen).containsExactlyElementsOf(described);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatIsNotRequiredIsNotNeededToReadARecord(EventType type) {
        ObjectNode value = Golden.tree(type);
        keepOnlyRequired(API.message(type).get("payload"), value);

        Event read = Golden.read(type, value);

        assertThat(STRICT.errors(STRICT.message(type).get("payload"), Golden.parse(EventCodec.encode(read))))
                .as("what is required is always written")
                .isEmpty();
    }

    private static void keepOnlyRequired(JsonNode schemaOrReference, JsonNode value) {
        JsonNode schema = API.resolve(schemaOrReference);
        schema.path("allOf").forEach(part -> keepOnlyRequired(part, value));
        if (value instanceof ObjectNode object && schema.has("properties")) {
            List<String> required =
                    schema.path("required").valueStream().map(JsonNode::asText).toList();
            schema.get("properties").fieldNames().forEachRemaining(field -> {
                if (!required.contains(field)) {
                    object.remove(field);
                }
            });
            object.properties()
                    .forEach(
                            field -> keepOnlyRequired(schema.get("properties").path(field.getKey()), field.getValue()));
        }
        if (schema.has("items")) {
            value.forEach(item -> keepOnlyRequired(schema.get("items"), item));
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void headersAreAsTheMessageSays(EventType type) {
        Event event = Samples.of(type);
        ObjectNode headers = asJson(EventCodec.headers(event, "region-scanner", Instant.parse("2026-11-21T10:00:00Z")));

        assertThat(API.errors(API.message(type).get("headers"), headers)).isEmpty();
        headers.fieldNames().forEachRemaining(header -> assertThat(API.errors(
                        API.message(type).get("headers"), headers.deepCopy().without(header)))
                .as("without " + header)
                .isNotEmpty());
        assertThat(API.errors(
                        API.message(type).get("headers"),
                        headers.deepCopy().put("ce_type", "io.sharewell.something.else.v1")))
                .isNotEmpty();
    }

    @Test
    void everyHeaderOfTheContractIsDescribed() throws IllegalAccessException {
        Set<String> described = Stream.of("CloudEventHeaders", "WorkHeaders")
                .flatMap(name ->
                        API.at("/components/schemas/" + name + "/properties").propertyStream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> constants = new TreeSet<>();
        for (var field : CloudEvents.class.getFields()) {
            constants.add((String) field.get(null));
        }

        assertThat(described).containsExactlyInAnyOrderElementsOf(constants);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theKeyIsAsTheMessageSays(EventType type) {
        JsonNode key = API.resolve(API.message(type).get("bindings")).at("/kafka/key");

        assertThat(key.isObject()).isTrue();
        assertThat(API.errors(
                        key, JsonNodeFactory.instance.textNode(Samples.of(type).key())))
                .isEmpty();
        assertThat(API.errors(key, JsonNodeFactory.instance.textNode(""))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Reason, io.sharewell.events.Reason, x-extensible-enum",
        "Action, io.sharewell.events.Action, x-extensible-enum",
        "Purpose, io.sharewell.events.Purpose, enum",
        "Mode, io.sharewell.events.Mode, enum",
        "Permission, io.sharewell.events.Permission, enum",
        "Cause, io.sharewell.events.AccountDiscovered$Cause, enum"
    })
    void theWordsAreThoseOfTheCode(String schema, Class<? extends Enum<?>> words, String keyword) {
        assertThat(API.at("/components/schemas/" + schema + "/" + keyword)
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(words.getEnumConstants())
                        .map(Enum::name)
                        .filter(word -> !word.equals("UNKNOWN"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED, /, accountId, 12",
        "ACCOUNT_DISCOVERED, /envelope, mode, MAYBE",
        "ACCOUNT_DISCOVERED, /envelope, renewalsSince, yesterday",
        "ACCOUNT_SESSION_OPENED, /, region, Ireland",
        "WORKLOAD_FOUND, /workload, id, w1",
        "SESSION_EXPIRED, /record, region, Ireland",
        "SESSION_EXPIRED, /, topic, accounts",
        "WORKLOAD_RESULT, /targets/0, sharedWith, nobody",
        "SWEEP_COMPLETED, /totals/accounts, selected, many"
    })
    void aPayloadThatIsWrongIsSeenToBeWrong(EventType type, String parent, String field, String wrong) {
        ObjectNode value = Golden.tree(type);
        ((ObjectNode) value.at("/".equals(parent) ? "" : parent)).put(field, wrong);

        assertThat(API.errors(API.message(type).get("payload"), value)).isNotEmpty();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<JsonNode> references = API.at("").findValues("$ref");

        assertThat(references).hasSizeGreaterThan(100).allSatisfy(reference -> assertThat(
                        API.at(reference.asText().substring(1)).isMissingNode())
                .as(reference.asText())
                .isFalse());
    }

    @Test
    void everyPartIsReferredTo() {
        Set<String> referredTo = API.at("").findValuesAsText("$ref").stream().collect(Collectors.toSet());

        for (String kind : List.of("messages", "messageBindings", "schemas")) {
            API.at("/components/" + kind).fieldNames().forEachRemaining(name -> assertThat(referredTo)
                    .contains("#/components/" + kind + "/" + name));
        }
    }

    private static ObjectNode asJson(Map<String, String> headers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        headers.forEach(json::put);
        return json;
    }
}
