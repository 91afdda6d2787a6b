package io.sharewell.seal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts as bytes, each after its length: two different rows of texts never give the same bytes, wherever one text ends
 * and the next begins.
 */
final class Fields {

    private Fields() {}

    static byte[] encode(List<String> texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    static List<String> decode(byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        return Stream.generate(() -> next(in)).takeWhile(text -> text != null).toList();
    }

    /** What a seal or grant is bound to; the label keeps one kind from ever passing for another. */
    static byte[] binding(String label, SealContext context, Instant end) {
        return encode(List.of(
                label,
                context.sweepId(),
                context.accountId().value(),
                context.purpose().name(),
                context.mode().name(),
                end.toString()));
    }

    private static String next(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return null;
        }
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
