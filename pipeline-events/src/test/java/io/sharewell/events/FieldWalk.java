package io.sharewell.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Walks along a payload and its schema: which fields are described, which of them are there. */
record FieldWalk(AsyncApi api, Set<String> described, Set<String> seen) {

    void walk(JsonNode payload, JsonNode value) {
        walk(payload, value, "");
    }

    private void walk(JsonNode schemaOrReference, JsonNode value, String place) {
        JsonNode schema = api.resolve(schemaOrReference);
        String name = schemaOrReference.has("$ref")
                ? lastOf(schemaOrReference.get("$ref").asText())
                : place;
        schema.path("allOf").forEach(part -> {
            if (part.has("$ref")) {
                walk(part, value, name);
            }
        });
        schema.path("properties").propertyStream().forEach(field -> {
            String fieldName = name + "." + field.getKey();
            described.add(fieldName);
            if (value.has(field.getKey())) {
                seen.add(fieldName);
                walk(field.getValue(), value.get(field.getKey()), fieldName);
            }
        });
        if (schema.has("items")) {
            value.forEach(item -> walk(schema.get("items"), item, name));
        }
    }

    private static String lastOf(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
