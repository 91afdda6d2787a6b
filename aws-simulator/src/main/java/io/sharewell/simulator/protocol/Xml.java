package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.model.Shape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The little XML that the query protocol writes. */
final class Xml {

    private static final char UNSPEAKABLE = '\uFFFD';

    private final StringBuilder text = new StringBuilder(512);

    Xml open(String name, String namespace) {
        text.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    Xml open(String name) {
        text.append('<').append(name).append('>');
        return this;
    }

    Xml close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    Xml element(String name, String content) {
        open(name);
        escape(content);
        return close(name);
    }

    void members(Shape.Structure shape, JsonNode value) {
        for (var member : shape.members().values()) {
            var found = value.get(member.name());
            if (found != null) {
                open(member.wireName());
                content(member.shape(), found);
                close(member.wireName());
            }
        }
    }

    private void content(Shape shape, JsonNode value) {
        switch (shape) {
            case Shape.Structure structure -> members(structure, value);
            case Shape.ListOf list ->
                value.forEach(it -> {
                    open("member");
                    content(list.element(), it);
                    close("member");
                });
            case Shape.MapOf _ -> throw new IllegalStateException("No simulated operation answers a map in XML");
            case Shape.Timestamp _ ->
                escape(Instant.ofEpochMilli(Math.round(value.doubleValue() * 1000))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
            case Shape.Text _, Shape.Number _, Shape.Bool _ -> escape(value.asText());
        }
    }

    private void escape(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(isAllowed(c) ? c : UNSPEAKABLE);
            }
        }
    }

    /** Callers may send control characters, which XML has no way to repeat to them. */
    private static boolean isAllowed(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
