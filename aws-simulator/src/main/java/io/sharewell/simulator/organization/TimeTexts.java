package io.sharewell.simulator.organization;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Instants such as {@code 2026-11-21T12:00:00Z} and durations such as {@code 50ms} or {@code PT1M}. */
public final class TimeTexts {

    private TimeTexts() {}

    /** Lets Jackson read and write both. */
    public static Module module() {
        return new SimpleModule()
                .addDeserializer(Instant.class, new InstantReader())
                .addDeserializer(Duration.class, new DurationReader())
                .addSerializer(Instant.class, new ToStringSerializer())
                .addSerializer(Duration.class, new ToStringSerializer());
    }

    /**
     * Reads {@code 50ms}, {@code 2s}, {@code 5m}, {@code 1h}, {@code 8d} or ISO 8601.
     *
     * @throws IllegalArgumentException if the text is neither; the message shows the right form
     */
    public static Duration duration(String text) {
        var number = text.replaceFirst("[a-z]+$", "");
        var unit = text.substring(number.length());
        try {
            return switch (unit) {
                case "ms" -> Duration.ofMillis(Long.parseLong(number));
                case "s" -> Duration.ofSeconds(Long.parseLong(number));
                case "m" -> Duration.ofMinutes(Long.parseLong(number));
                case "h" -> Duration.ofHours(Long.parseLong(number));
                case "d" -> Duration.ofDays(Long.parseLong(number));
                default -> Duration.parse(text);
            };
        } catch (NumberFormatException | DateTimeParseException _) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a duration: write it like 50ms, 2s, 5m or PT1M30S");
        }
    }

    static final class DurationReader extends StdScalarDeserializer<Duration> {
        DurationReader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return duration(parser.getText());
            } catch (IllegalArgumentException e) {
                return (Duration) context.handleWeirdStringValue(Duration.class, parser.getText(), e.getMessage());
            }
        }
    }

    static final class InstantReader extends StdScalarDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Instant.parse(parser.getText());
            } catch (DateTimeParseException _) {
                return (Instant) context.handleWeirdStringValue(
                        Instant.class, parser.getText(), "write it like 2026-11-21T12:00:00Z");
            }
        }
    }
}
