package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFileTest {

    @Test
    void everyTypeHasAGoldenFileAndNoGoldenFileIsLeftOver() throws IOException, URISyntaxException {
        Path folder = Path.of(getClass().getResource("/golden").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                            .map(type -> type.ceType() + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isReadAsTheRecordItWasWrittenFrom(EventType type) {
        assertThat(Golden.event(type)).isEqualTo(Samples.of(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void isWhatIsWrittenToday(EventType type) {
        JsonNode written = Golden.parse(EventCodec.encode(Samples.of(type)));

        assertThat(written)
                .as("a new field must be optional and absent when null; nothing else may change in v1")
                .isEqualTo(Golden.tree(type));
    }

    static Set<EventType> later() {
        return Golden.LATER;
    }

    @ParameterizedTest
    @MethodSource("later")
    void fieldsThatCameLaterAreReadAndWritten(EventType type) {
        Event later = Golden.read(type, Golden.laterTree(type));

        assertThat(later).isEqualTo(Samples.later(type));
        assertThat(Golden.parse(EventCodec.encode(later))).isEqualTo(Golden.laterTree(type));
        boolean sameStatement = EventCodec.id(later).equals(EventCodec.id(Golden.event(type)));
        assertThat(sameStatement)
                .as("whether the later fields are incidental")
                .isEqualTo(type == EventType.WORKLOAD_FOUND);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void unknownFieldsAreIgnoredAtEveryDepth(EventType type) {
        ObjectNode value = Golden.tree(type);
        addUnknownFields(value);

        assertThat(Golden.read(type, value)).isEqualTo(Golden.event(type));
    }

    private static void addUnknownFields(JsonNode node) {
        node.forEach(GoldenFileTest::addUnknownFields);
        if (node instanceof ObjectNode object && !isMapOfCounts(object)) {
            object.put("aFieldOfALaterVersion", "x");
            object.putObject("anObjectOfALaterVersion").put("deep", 1);
        }
    }

    /** riskCounts, actions, statuses: their keys are data. */
    private static boolean isMapOfCounts(ObjectNode object) {
        return object.propertyStream()
                .allMatch(property -> property.getKey().matches("[A-Z_]+")
                        && property.getValue().isInt());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void reasonsAndActionsOfALaterVersionAreReadAsUnknown(EventType type) {
        ObjectNode value = Golden.tree(type);
        int replaced = replaceWords(value);

        String readAgain = Golden.read(type, value).toString();

        assertThat(readAgain).doesNotContain("OF_A_LATER_VERSION");
        assertThat(readAgain.split("(reason|action)=UNKNOWN", -1)).hasSize(replaced + 1);
    }

    private static int replaceWords(JsonNode node) {
        int replaced = 0;
        for (String word : List.of("reason", "action")) {
            if (node instanceof ObjectNode object && object.has(word)) {
                object.put(word, "OF_A_LATER_VERSION");
                replaced++;
            }
        }
        for (JsonNode child : node) {
            replaced += replaceWords(child);
        }
        return replaced;
    }

    @Test
    void holdsASealedSessionWithoutASecret() {
        for (EventType type : EventType.values()) {
            String text = new String(Golden.bytes(type), StandardCharsets.UTF_8);
            assertThat(text)
                    .as(type.ceType())
                    .doesNotContainPattern("A[KS]IA[A-Z0-9]{16}")
                    .doesNotContainIgnoringCase("secretAccessKey")
                    .doesNotContainIgnoringCase("sessionToken")
                    .doesNotContain("@");
        }
        assertThat(Golden.tree(EventType.WORKLOAD_FOUND).at("/session/sealed").asText())
                .isEqualTo(Samples.SESSION.sealed());
    }

    @Test
    void listsKeepTheirOrder() {
        ArrayNode targets = (ArrayNode) Golden.tree(EventType.WORKLOAD_RESULT).get("targets");

        assertThat(targets).hasSize(2);
        assertThat(((ShareResult.WorkloadResult) Golden.event(EventType.WORKLOAD_RESULT)).targets())
                .containsExactly(Samples.INVITED, Samples.DIFFERENT);
    }
}
