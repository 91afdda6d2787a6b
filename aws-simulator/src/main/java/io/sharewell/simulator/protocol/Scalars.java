package io.sharewell.simulator.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.model.Shape;

/** Single values that travel as text: in a path, a query string, a form. */
final class Scalars {

    private Scalars() {}

    /** What does not fit its shape stays a text, for the validator to refuse. */
    static JsonNode read(Shape shape, String text) {
        return switch (shape) {
            case Shape.Number _ -> number(text);
            case Shape.Bool _
            when text.equals("true") || text.equals("false") -> BooleanNode.valueOf(text.equals("true"));
            case Shape.Bool _, Shape.Text _, Shape.Timestamp _ -> new TextNode(text);
            case Shape.Structure _, Shape.ListOf _, Shape.MapOf _ -> new TextNode(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            return new LongNode(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return new TextNode(text);
        }
    }
}
