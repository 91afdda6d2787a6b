package io.sharewell.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void aTextThatMovesToItsNeighbourGivesOtherBytes() {
        assertThat(Fields.encode(List.of("ab", "c"))).isNotEqualTo(Fields.encode(List.of("a", "bc")));
        assertThat(Fields.encode(List.of("a", ""))).isNotEqualTo(Fields.encode(List.of("a")));
    }

    @Test
    void decodesWhatItEncoded() {
        assertThat(Fields.decode(Fields.encode(List.of("", "ä", "x".repeat(70_000)))))
                .containsExactly("", "ä", "x".repeat(70_000));
    }

    // What is sealed or granted before an update must open after it: this encoding is part of the contract.
    @Test
    void bindsToTheSameBytesForEver() {
        SealContext context = new SealContext("s", AccountId.of("111122223333"), Purpose.SHARE, Mode.PLAN);

        byte[] binding = Fields.binding("l", context, Instant.parse("2026-11-21T10:00:00Z"));

        assertThat(Fields.decode(binding))
                .containsExactly("l", "s", "111122223333", "SHARE", "PLAN", "2026-11-21T10:00:00Z");
        assertThat(binding).startsWith(0, 0, 0, 1, 'l', 0, 0, 0, 1, 's');
    }
}
