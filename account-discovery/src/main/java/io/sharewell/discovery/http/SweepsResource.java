package io.sharewell.discovery.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.discovery.DiscoverySettings;
import io.sharewell.discovery.ScheduledSelection;
import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.AccountId;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Selection;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepLedger;
import io.sharewell.events.ledger.SweepSummary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /sweeps}, {@code /sweeps/{id}}, {@code /accounts/{id}} and {@code POST /sweeps}. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SweepsResource {

    private static final ObjectMapper JSON = EventCodec.mapper().build();

    private final SweepConductor conductor;
    private final DiscoverySettings settings;

    SweepsResource(SweepConductor conductor, DiscoverySettings settings) {
        this.conductor = conductor;
        this.settings = settings;
    }

    /** All sweeps known, newest first. */
    @GET
    @Path("sweeps")
    public Response sweeps() {
        return ok(conductor.read(Ledger::summaries).reversed());
    }

    /** The report of one sweep; of an older one the numbers; {@code latest} is {@link Ledger#latest}. */
    @GET
    @Path("sweeps/{id}")
    public Response sweep(@PathParam("id") String id) {
        Optional<?> report = conductor.read(ledger -> {
            Optional<SweepLedger> sweep = id.equals("latest") ? ledger.latest() : ledger.sweep(id);
            return sweep.isPresent() ? sweep.map(SweepLedger::report) : summary(ledger, id);
        });
        return report.map(SweepsResource::ok)
                .orElseGet(() -> notFound("no sweep " + id + " is known: GET /sweeps lists them"));
    }

    private static Optional<SweepSummary> summary(Ledger ledger, String id) {
        return ledger.summaries().stream()
                .filter(sweep -> sweep.sweepId().equals(id))
                .findFirst();
    }

    /** One account's story: what came of it and its workloads in the sweeps that are kept whole, newest first. */
    @GET
    @Path("accounts/{id}")
    public Response account(@PathParam("id") String id) {
        AccountId account;
        try {
            account = AccountId.of(id);
        } catch (IllegalArgumentException e) {
            return answer(Response.Status.BAD_REQUEST, new Faults(List.of(e.getMessage())));
        }
        List<AccountStory> story = conductor.read(ledger -> AccountStory.of(ledger, account));
        return story.isEmpty() ? notFound("no sweep that is kept whole knows account " + id) : ok(story);
    }

    /** Begins a sweep. */
    @POST
    @Path("sweeps")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@HeaderParam("Authorization") String authorization, String body) throws InterruptedException {
        Optional<String> token = settings.api().token();
        if (token.isEmpty()) {
            return answer(
                    Response.Status.FORBIDDEN,
                    new Faults(List.of("POST /sweeps is off: set account-discovery.api.token to turn it on")));
        }
        if (!isBearer(authorization, token.get())) {
            return answer(
                    Response.Status.UNAUTHORIZED,
                    new Faults(List.of("send the header Authorization: Bearer <account-discovery.api.token>")));
        }
        Selection scheduled = ScheduledSelection.of(settings.selection());
        return switch (RequestBody.parse(body, JSON, settings.partition(), scheduled)) {
            case RequestBody.Wrong wrong -> answer(Response.Status.BAD_REQUEST, new Faults(wrong.faults()));
            case RequestBody.Good good ->
                answer(Response.Status.ACCEPTED, Map.of("sweepId", conductor.start(good.request())));
        };
    }

    private static boolean isBearer(String authorization, String token) {
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return authorization != null && MessageDigest.isEqual(expected, authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** What is wrong with a request, each with its cure. */
    record Faults(List<String> faults) {}

    private static Response ok(Object entity) {
        return answer(Response.Status.OK, entity);
    }

    private static Response notFound(String text) {
        return answer(Response.Status.NOT_FOUND, new Faults(List.of(text)));
    }

    private static Response answer(Response.Status status, Object entity) {
        // Written as it is made: the text of a large organization's report is never in memory as a whole
        StreamingOutput json = out -> JSON.writeValue(out, entity);
        return Response.status(status).entity(json).build();
    }
}
