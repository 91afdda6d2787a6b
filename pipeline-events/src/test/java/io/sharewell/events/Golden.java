package io.sharewell.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;

/**
 * The golden files: what each record of version 1 looked like when it was first written, and in {@code golden-later} with
 * the fields that came later. Never edited.
 */
final class Golden {

    private static final JsonMapper JSON = new JsonMapper();

    private Golden() {}

    /** The types that got fields later. */
    static final Set<EventType> LATER = EnumSet.of(
            EventType.ACCOUNT_DISCOVERED,
            EventType.ACCOUNT_SESSION_OPENED,
            EventType.WORKLOAD_FOUND,
            EventType.SWEEP_STARTED,
            EventType.ACCOUNTS_SELECTED,
            EventType.WORKLOAD_RESULT);

    static byte[] bytes(EventType type) {
        return bytes("/golden/", type);
    }

    static ObjectNode laterTree(EventType type) {
        return (ObjectNode) parse(bytes("/golden-later/", type));
    }

    private static byte[] bytes(String folder, EventType type) {
        try (InputStream file = Golden.class.getResourceAsStream(folder + type.ceType() + ".json")) {
            if (file == null) {
                throw new AssertionError("no golden file for " + type.ceType());
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tree of its own at each call: tests may change it. */
    static ObjectNode tree(EventType type) {
        return (ObjectNode) parse(bytes(type));
    }

    static Event event(EventType type) {
        return EventCodec.decode(type.ceType(), bytes(type));
    }

    static Event read(EventType type, JsonNode value) {
        return EventCodec.decode(type.ceType(), write(value));
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] write(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
