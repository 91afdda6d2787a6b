package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AtTheEndTest {

    @Test
    void whatCannotBeClosedKeepsNothingElseOpen() {
        List<String> closed = new ArrayList<>();

        AtTheEnd.closeAll(List.of(
                () -> {
                    throw new IllegalStateException("a file is in use");
                },
                () -> closed.add("broker")));

        assertThat(closed).containsExactly("broker");
    }
}
