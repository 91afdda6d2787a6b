package io.sharewell.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.SweepStarted;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepsResourceTest {

    @Test
    void beginsNoSweepForAnybodyWhereNoTokenIsSet() throws Exception {
        DiscoverySettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .build()
                .getConfigMapping(DiscoverySettings.class);

        try (Response answer = new SweepsResource(null, settings).start("Bearer ", "{}")) {
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(written(answer)).contains("POST /sweeps is off: set account-discovery.api.token to turn it on");
        }
    }

    /** The JSON of 50,000 accounts is larger than what is left of a pod's heap: it must never be there as a whole. */
    @Test
    void writesAReportAsItIsMade() throws Exception {
        SweepConductor conductor = new SweepConductor(null, null, null, Clock.systemUTC(), null, null, null);
        Envelope sweep = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        conductor.apply(new SweepStarted(sweep, Instant.EPOCH, Cause.SCHEDULE, Selection.everything()), Instant.EPOCH);

        try (Response answer = new SweepsResource(conductor, null).sweep("latest")) {
            assertThat(answer.getEntity()).isInstanceOf(StreamingOutput.class);
            assertThat(written(answer)).startsWith("{\"sweepId\":\"sweep-1\"");
        }
    }

    private static String written(Response answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
