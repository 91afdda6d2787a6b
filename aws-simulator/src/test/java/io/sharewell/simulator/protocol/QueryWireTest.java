package io.sharewell.simulator.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.sharewell.simulator.model.ServiceModels;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class QueryWireTest {

    private static final int MANY = 200_000;

    /** What takes a moment would take many minutes if each element were looked for among all. */
    @Test
    void readsAListHoweverLong() {
        var service = ServiceModels.load().service("sts");
        var form = new HashMap<String, String>();
        for (int i = 1; i <= MANY; i++) {
            form.put("Tags.member." + i + ".Key", "k");
        }
        var routed = new Routed(service.operations().get("AssumeRole"), form);

        var input =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> QueryWire.INSTANCE.read(service, routed, null));

        assertThat(input.path("Tags")).hasSize(MANY);
    }
}
