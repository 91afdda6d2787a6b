package io.sharewell.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sharewell.simulator.model.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that hold to a shape, and texts that do not. */
final class Samples {

    private static final List<String> TEXTS = List.of(
            "abc",
            "Name",
            "SAMPLE_1",
            "wellarchitected",
            "123456789012",
            "123456",
            "0123456789abcdef0123456789abcdef",
            "ou-abcd-12345678",
            "r-abcd",
            "arn:aws:iam::123456789012:role/sample",
            "arn:aws:wellarchitected:eu-west-1:123456789012:profile/0123456789abcdef0123456789abcdef",
            "arn:aws:wellarchitected:eu-west-1:123456789012:review-template/0123456789abcdef0123456789abcdef",
            "arn:aws:wellarchitected::aws:lens/sample",
            "arn:aws:servicecatalog:eu-west-1:123456789012:/applications/sample",
            "me@example.com",
            "https://example.com/");
    private static final List<String> LETTERS = List.of("a", "0", "A", "/");
    private static final List<String> STRANGE = List.of(" ", "!", "?", "\u00e9", "\u0007");

    private Samples() {}

    static JsonNode of(Shape shape) {
        return switch (shape) {
            case Shape.Text text -> new TextNode(text(text));
            case Shape.Number number ->
                IntNode.valueOf(
                        (int) Math.clamp(1, number.range().min(), number.range().max()));
            case Shape.Bool _ -> BooleanNode.TRUE;
            case Shape.ListOf list -> JsonNodeFactory.instance.arrayNode().add(of(list.element()));
            case Shape.MapOf map -> JsonNodeFactory.instance.objectNode().set("key", of(map.value()));
            case Shape.Structure structure -> {
                var node = JsonNodeFactory.instance.objectNode();
                // An SDK leaves a structure with nothing in it out.
                var members =
                        structure.required().isEmpty() ? structure.members().keySet() : structure.required();
                members.forEach(
                        it -> node.set(it, of(structure.members().get(it).shape())));
                yield node;
            }
            case Shape.Timestamp _ -> throw new IllegalStateException("No simulated operation is sent a time");
        };
    }

    private static String text(Shape.Text shape) {
        var candidates = shape.allowed().isEmpty() ? TEXTS.stream() : shape.allowed().stream();
        return candidates
                .filter(it -> fits(shape, it))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A sample is missing for " + shape));
    }

    private static boolean fits(Shape.Text shape, String text) {
        return text.length() >= shape.length().min()
                && text.length() <= shape.length().max()
                && (shape.pattern() == null || shape.pattern().matcher(text).matches());
    }

    /** Empty if no such text is found, or if it would be too long to send. */
    static Optional<String> ofLength(Shape.Text shape, long length, long longest) {
        if (length < 0 || length > longest) {
            return Optional.empty();
        }
        var repeated = LETTERS.stream().map(it -> it.repeat((int) length));
        return Stream.concat(TEXTS.stream().filter(it -> it.length() == length), repeated)
                .filter(it -> fits(shape, it))
                .findFirst();
    }

    /** A text of a length that is right and with a pattern that is not; empty if the shape has no pattern. */
    static Optional<String> against(Shape.Text shape) {
        if (shape.pattern() == null) {
            return Optional.empty();
        }
        int length = (int) Math.clamp(8, shape.length().min(), shape.length().max());
        return STRANGE.stream()
                .map(it -> it.repeat(length))
                .filter(it -> !shape.pattern().matcher(it).matches())
                .findFirst();
    }
}
