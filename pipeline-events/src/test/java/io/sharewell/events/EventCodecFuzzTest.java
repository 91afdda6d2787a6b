package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies on a topic, it is an event of the contract or a malformed record, and nothing else comes of it. */
class EventCodecFuzzTest {

    private static final int MUTANTS = 400;
    private static final long SEED = Long.getLong("sharewell.seed", new Random().nextLong());

    /** What breaks parsers: other types, limits of numbers, broken text, depth. */
    private static final List<String> ODDITIES = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[[[[]]]]",
            "{\"a\":{\"a\":{}}}",
            "\"2026-13-45T99:99:99Z\"",
            "\"P9999999999Y\"",
            "NaN",
            "'x'",
            "\"" + "x".repeat(5_000) + "\"");

    static Stream<Path> goldenFiles() throws IOException {
        return Files.list(Path.of("src/test/resources/golden")).sorted();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void readsAMutantOrCallsItMalformed(Path golden) throws IOException {
        String type = golden.getFileName().toString().replace(".json", "");
        byte[] original = Files.readAllBytes(golden);
        Random random = new Random(SEED ^ type.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant =
                    switch (random.nextInt(3)) {
                        case 0 -> withOddity(original, random);
                        case 1 -> withoutSomeField(original, random);
                        default -> withBytesChanged(original, random);
                    };
            try {
                Event event = EventCodec.decode(type, mutant);
                assertThat(EventCodec.encode(event)).isNotEmpty();
                if (event instanceof WorkRecord record) {
                    assertThat(EventCodec.encode(TerminalOutcome.of(record, Problem.of(Reason.RETRIES_EXHAUSTED))))
                            .isNotEmpty();
                }
            } catch (MalformedRecordException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed %d, mutant %d: %s".formatted(SEED, i, new String(mutant, StandardCharsets.UTF_8)), e);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void readsNothingElseUnderAnotherType(Path golden) throws IOException {
        byte[] original = Files.readAllBytes(golden);
        for (Path other : goldenFiles().toList()) {
            String type = other.getFileName().toString().replace(".json", "");
            try {
                assertThat(EventType.of(EventCodec.decode(type, original)).ceType())
                        .isEqualTo(type);
            } catch (MalformedRecordException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    /** Some value of the JSON is another. */
    private static byte[] withOddity(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        int colon = text.indexOf(':', random.nextInt(text.length()));
        if (colon < 0) {
            return Arrays.copyOf(original, random.nextInt(original.length));
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
        return (text.substring(0, colon + 1) + oddity + text.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    /** Some field of the JSON has a name that nobody knows. */
    private static byte[] withoutSomeField(byte[] original, Random random) {
        String text = new String(original, StandardCharsets.UTF_8);
        int colon = text.indexOf("\":", random.nextInt(text.lastIndexOf("\":")));
        return (text.substring(0, colon) + "Unknown" + text.substring(colon)).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withBytesChanged(byte[] original, Random random) {
        byte[] mutant = random.nextInt(4) == 0
                ? Arrays.copyOf(original, random.nextInt(2 * original.length))
                : original.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && mutant.length > 0; changes--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }
}
