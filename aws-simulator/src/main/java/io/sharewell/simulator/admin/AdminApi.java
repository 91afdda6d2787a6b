package io.sharewell.simulator.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.server.Simulation;
import io.sharewell.simulator.trouble.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What the admin API does. */
final class AdminApi {

    private final Simulation simulation;
    private final OrganizationAdmin organization;
    private final ShareAdmin shares;
    private final CallAdmin calls;
    private final RoleAdmin roles;
    private final LiveApi live;
    private final SnapshotAdmin snapshots;

    AdminApi(Simulation simulation) {
        this.simulation = simulation;
        this.organization = new OrganizationAdmin(simulation);
        this.shares = new ShareAdmin(simulation);
        this.calls = new CallAdmin(simulation);
        this.roles = new RoleAdmin(simulation);
        this.live = new LiveApi(simulation);
        this.snapshots = new SnapshotAdmin(simulation);
    }

    /** The answer, to be written as JSON unless it is a text; or the {@link Work} it takes. */
    Object handle(AdminRequest request) throws JsonProcessingException {
        if (!request.method().equals("GET")) {
            live.forget();
        }
        return switch (request.what()) {
            case "GET health" -> Map.of("status", "UP");
            case "GET organization" -> organization.loaded(request);
            case "GET organization/" -> organization.of(request);
            case "PUT organization" -> organization.replace(request);
            case "GET calls" -> simulation.counters().all();
            case "GET calls/" -> fewestCalls(request);
            case "DELETE calls" -> done(simulation.counters()::clear);
            case "GET journal" -> journal(request);
            case "DELETE journal" -> done(simulation.journal()::clear);
            case "GET faults" -> simulation.faults().all();
            case "POST faults" ->
                simulation
                        .faults()
                        .set(request.read(FaultRule.class), simulation.clock().instant());
            case "DELETE faults" -> done(simulation.faults()::clear);
            case "DELETE faults/" -> removeFault(request.id());
            case "GET clock" -> clock();
            case "POST clock" -> advance(request.read(Advance.class));
            case "GET live" -> live.live(request);
            case "GET shares" -> shares.all();
            case "DELETE shares/" -> shares.delete(request.id());
            case "GET invitations" -> shares.invitations();
            case "POST invitations/" -> shares.answer(request.id(), request.read(ShareAdmin.Answer.class));
            case "GET roles" -> roles.all(request);
            case "POST roles" -> roles.add(request);
            case "DELETE roles" -> roles.remove(request);
            case "GET snapshots" -> snapshots.all();
            case "POST snapshots" -> snapshots.take(request);
            case "POST snapshots//restore" -> snapshots.restore(request.id());
            case "DELETE snapshots/" -> snapshots.remove(request.id());
            case "POST sessions/" -> revoke(request);
            default -> throw new AdminException(404, "The admin API has no " + request.method() + " " + request.path());
        };
    }

    private static Map<String, Boolean> done(Runnable action) {
        action.run();
        return Map.of("done", true);
    }

    private Object fewestCalls(AdminRequest request) {
        if (!"fewest".equals(request.id())) {
            throw new AdminException(404, "The admin API has no " + request.method() + " " + request.path());
        }
        return calls.fewest(request);
    }

    private Object removeFault(String id) {
        if (!simulation.faults().remove(id)) {
            throw new AdminException(404, "There is no fault " + id);
        }
        return Map.of("done", true);
    }

    private record Advance(Duration advance) {}

    private record Time(Instant now, Duration advanced) {}

    private Time clock() {
        return new Time(simulation.clock().instant(), simulation.clock().advanced());
    }

    private Time advance(Advance request) {
        if (request.advance() == null || request.advance().isNegative()) {
            throw new AdminException(400, "The clock goes forward only: {\"advance\": \"P8D\"}");
        }
        simulation.clock().advance(request.advance());
        return clock();
    }

    private Work journal(AdminRequest request) {
        var since = request.parameter("since");
        var calls = simulation.journal().calls().stream()
                .filter(it -> fits(request.parameter("service"), it.service()))
                .filter(it -> fits(request.parameter("operation"), it.operation()))
                .filter(it -> fits(request.parameter("accountId"), it.accountId()))
                .filter(it -> fits(request.parameter("region"), it.region()))
                .filter(it -> since == null || !it.time().isBefore(Instant.parse(since)))
                .toList();
        return Apart.json(calls);
    }

    private static boolean fits(String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private record Revocation(String accountId) {}

    private Object revoke(AdminRequest request) throws JsonProcessingException {
        if (!"revoke".equals(request.id())) {
            throw new AdminException(404, "The admin API has no " + request.method() + " " + request.path());
        }
        var account = request.read(Revocation.class).accountId();
        return Map.of("revoked", simulation.world().cloud().credentials().revokeSessions(account));
    }
}
