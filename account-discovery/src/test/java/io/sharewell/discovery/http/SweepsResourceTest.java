package io.sharewell.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SweepsResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Totals NOTHING =
            new Totals(new Totals.Accounts(0, 0, 0, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 0);

    @Test
    void beginsNoSweepForAnybodyWhereNoTokenIsSet() throws Exception {
        DiscoverySettings settings = settings(Map.of());

        try (Response answer = new SweepsResource(null, settings).start("Bearer ", "{}")) {
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(written(answer)).contains("POST /sweeps is off: set account-discovery.api.token to turn it on");
        }
    }

    @Test
    void goesByTheSelectionOfTheSettings() throws Exception {
        DiscoverySettings settings = settings(Map.of(
                "account-discovery.api.token", "a-token-for-the-tests",
                "account-discovery.selection.exclude-regions", "us-east-1"));

        try (Response answer = new SweepsResource(null, settings)
                .start("Bearer a-token-for-the-tests", "{\"regions\":[\"us-east-1\"]}")) {
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(written(answer)).contains("account-discovery.selection.exclude-regions");
        }
    }

    private static DiscoverySettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(DiscoverySettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(DiscoverySettings.class);
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

    /** As docs/runbook.md says it to whoever is paged: by then, the next sweep may run. */
    @Test
    void aFailedSweepIsFoundAmongAllWhileTheNextOneRuns() throws Exception {
        SweepConductor conductor = new SweepConductor(null, null, null, Clock.systemUTC(), null, null, null);
        Envelope failed = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        Problem problem = Problem.of(Reason.DEADLINE_PASSED);
        Envelope next = Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY);
        List.<ShareResult>of(
                        new SweepStarted(failed, Instant.EPOCH, Cause.SCHEDULE, Selection.everything()),
                        new AccountSelected(failed, AccountId.of("444444444444"), null, null),
                        new SweepFailed(failed, Instant.EPOCH, Instant.EPOCH, problem, NOTHING, List.of()),
                        new SweepStarted(next, Instant.EPOCH.plusSeconds(900), Cause.SCHEDULE, Selection.everything()))
                .forEach(statement -> conductor.apply(statement, Instant.EPOCH));
        SweepsResource resource = new SweepsResource(conductor, null);

        JsonNode sweeps = JSON.readTree(written(resource.sweeps()));
        assertThat(sweeps.findValuesAsText("state")).containsExactly("RUNNING", "FAILED");

        JsonNode report = JSON.readTree(
                written(resource.sweep(sweeps.get(1).path("sweepId").asText())));
        assertThat(report.path("failure").path("reason").asText()).isEqualTo("DEADLINE_PASSED");
        assertThat(report.path("failure").path("remedy").asText()).isEqualTo(problem.remedy());
        assertThat(report.path("open")).extracting(JsonNode::asText).containsExactly("444444444444");
    }

    private static String written(Response answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
