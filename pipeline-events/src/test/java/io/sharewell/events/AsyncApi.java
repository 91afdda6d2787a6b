package io.sharewell.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The description of the topics for others: {@code docs/asyncapi.yaml}. */
final class AsyncApi {

    private static final SchemaRegistry DRAFT_7 = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final ObjectNode document;

    private AsyncApi(ObjectNode document) {
        this.document = document;
    }

    static AsyncApi read() {
        try {
            return new AsyncApi((ObjectNode) new YAMLMapper()
                    .readTree(Path.of("..", "docs", "asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same with schemas that allow nothing they do not name: neither a field nor a word. Others must allow both,
     * for what later versions add.
     */
    AsyncApi strict() {
        ObjectNode strict = document.deepCopy();
        makeStrict(strict.at("/components/schemas"));
        return new AsyncApi(strict);
    }

    private static void makeStrict(JsonNode node) {
        node.forEach(AsyncApi::makeStrict);
        if (node instanceof ObjectNode schema) {
            if (schema.has("x-extensible-enum")) {
                schema.set("enum", schema.get("x-extensible-enum"));
            }
            if (schema.path("type").asText().equals("object") && schema.has("properties")) {
                schema.put("additionalProperties", false);
            }
        }
    }

    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** Channels by address. */
    Map<String, JsonNode> channels() {
        Map<String, JsonNode> channels = new TreeMap<>();
        document.get("channels")
                .forEach(channel -> channels.put(channel.get("address").asText(), channel));
        return channels;
    }

    /** Messages by name, which is their {@code ce_type}. */
    Map<String, JsonNode> messages() {
        Map<String, JsonNode> messages = new TreeMap<>();
        document.at("/components/messages")
                .forEach(message -> messages.put(message.get("name").asText(), message));
        return messages;
    }

    JsonNode message(EventType type) {
        return messages().get(type.ceType());
    }

    /** What a reference points to; the node itself if it is none. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** How a value breaks the schema; empty if it does not. */
    List<Error> errors(JsonNode schema, JsonNode value) {
        ObjectNode whole = document.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", document.get("components"));
        Schema compiled = DRAFT_7.getSchema(whole);
        return compiled.validate(value);
    }
}
