package io.sharewell.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records to JSON and back, and the CloudEvents headers that go with them. Thread-safe. */
public final class EventCodec {

    /** Each record has a virtual thread of its own: buffers kept by thread, as is Jackson's default, would serve once. */
    private static final RecyclerPool<BufferRecycler> BUFFERS = JsonRecyclerPools.newConcurrentDequePool();

    private static final ObjectMapper JSON = mapper().build();
    private static final ObjectMapper STATEMENT =
            mapper().annotationIntrospector(new WithoutIncidentals()).build();

    private EventCodec() {}

    /** The value of a record on its topic. */
    public static byte[] encode(Event event) {
        return write(JSON, event);
    }

    /**
     * A record from its {@code ce_type} and value; unknown fields are ignored.
     *
     * @throws MalformedRecordException if they do not make one
     */
    public static Event decode(String ceType, byte[] value) {
        EventType type = EventType.of(ceType);
        if (value == null) {
            throw new MalformedRecordException("a " + ceType + " without a value");
        }
        try {
            Event event = JSON.readValue(value, type.record());
            if (event == null || event.envelope() == null || event.key() == null || event.subject() == null) {
                throw new MalformedRecordException("a " + ceType + " without envelope or subject");
            }
            return event;
        } catch (MalformedRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Jackson quotes what it read: only its place is told, never the text
            throw new MalformedRecordException("the value is not a " + ceType + whereOf(e));
        }
    }

    /** The headers of a record: CloudEvents, binary mode. */
    public static Map<String, String> headers(Event event, String source, Instant time) {
        EventType type = EventType.of(event);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(CloudEvents.SPEC_VERSION, "1.0");
        headers.put(CloudEvents.ID, id(event));
        headers.put(CloudEvents.TYPE, type.ceType());
        headers.put(CloudEvents.SOURCE, "/sharewell/" + source);
        headers.put(CloudEvents.TIME, time.toString());
        headers.put(CloudEvents.SUBJECT, event.subject());
        headers.put(CloudEvents.SWEEP_ID, event.envelope().sweepId());
        headers.put(CloudEvents.PURPOSE, event.envelope().purpose().name());
        headers.put(CloudEvents.MODE, event.envelope().mode().name());
        headers.put(CloudEvents.CONTENT_TYPE, "application/json");
        return headers;
    }

    /** The {@code ce_id}: the same statement has the same id, however often and whenever it is made. */
    public static String id(Event event) {
        byte[] name = (event.envelope().sweepId() + '|' + EventType.of(event).ceType() + '|' + event.subject() + '|')
                .getBytes(StandardCharsets.UTF_8);
        return NameBasedUuid.of(name, write(STATEMENT, event)).toString();
    }

    /** A mapper that writes JSON as the records of this contract do; for reports and HTTP answers. */
    public static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder().recyclerPool(BUFFERS).build())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static byte[] write(ObjectMapper mapper, Event event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    private static String whereOf(Exception e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " (line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")"
                : "";
    }

    private static final class WithoutIncidentals extends JacksonAnnotationIntrospector {
        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(Incidental.class) || super.hasIgnoreMarker(member);
        }
    }
}
