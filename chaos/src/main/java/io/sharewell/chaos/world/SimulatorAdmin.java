package io.sharewell.chaos.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.simulator.organization.OrganizationFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The simulator's admin interface, over HTTP as anyone would use it. */
public final class SimulatorAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;

    public SimulatorAdmin(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** A share as AWS keeps it. */
    public record Share(
            String accountId,
            String region,
            String workloadId,
            String sharedWith,
            String permissionType,
            String status) {}

    public List<Share> shares() {
        List<Share> shares = new ArrayList<>();
        get("/admin/shares")
                .forEach(share -> shares.add(new Share(
                        share.path("accountId").asText(),
                        share.path("region").asText(),
                        share.path("workloadId").asText(),
                        share.path("sharedWith").asText(),
                        share.path("permissionType").asText(),
                        share.path("status").asText())));
        return shares;
    }

    /** As if its owner had deleted it. */
    public void deleteShareOf(String workloadId) {
        get("/admin/shares").forEach(share -> {
            if (share.path("workloadId").asText().equals(workloadId)) {
                String id = share.path("shareId").asText();
                send(HttpRequest.newBuilder(endpoint.resolve("/admin/shares/" + id))
                        .DELETE());
            }
        });
    }

    /** Calls of an operation such as {@code wellarchitected.ListWorkloads} since the last reset. */
    public long calls(String operation) {
        return get("/admin/calls").path(operation).path("count").asLong();
    }

    /** The error codes that the operation was answered with since the last reset. */
    public Set<String> errors(String operation) {
        Set<String> codes = new TreeSet<>();
        get("/admin/calls").path(operation).path("errors").fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    /** Empty pages with a token that the operation answered: each costs a call more. */
    public long emptyPages(String operation) {
        return get("/admin/calls").path(operation).path("emptyPages").asLong();
    }

    public long shareWrites() {
        return calls("wellarchitected.CreateWorkloadShare")
                + calls("wellarchitected.UpdateWorkloadShare")
                + calls("wellarchitected.DeleteWorkloadShare");
    }

    public void resetCalls() {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/calls")).DELETE());
    }

    public void fault(String json) {
        post("/admin/faults", json);
    }

    /** @param role as the organization file has it; every member gets it */
    public void addRole(String role) {
        post("/admin/roles", "{\"role\":" + role + "}");
    }

    /** A fault by its parts, as the simulator's README names them. */
    public void fault(Map<String, Object> parts) {
        fault(JSON.valueToTree(parts).toString());
    }

    /** Whether a fault has befallen a call by now. */
    public boolean hasStruck(String faultId) {
        for (JsonNode fault : get("/admin/faults")) {
            if (fault.path("rule").path("id").asText().equals(faultId)) {
                return fault.path("struck").asInt() > 0;
            }
        }
        return false;
    }

    public void clearFault(String faultId) {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/faults/" + faultId))
                .DELETE());
    }

    /** Puts another organization in place of the one that is there. */
    public void organization(OrganizationFile organization) {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/organization"))
                .PUT(BodyPublishers.ofString(organization.toJson())));
    }

    /** Sessions stay; new ones are refused. */
    public void removeRole(String accountId, String name) {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/roles?accountId=" + accountId + "&name=" + name))
                .DELETE());
    }

    public void clearFaults() {
        send(HttpRequest.newBuilder(endpoint.resolve("/admin/faults")).DELETE());
    }

    public void advanceClock(String duration) {
        post("/admin/clock", "{\"advance\":\"" + duration + "\"}");
    }

    private void post(String path, String json) {
        send(HttpRequest.newBuilder(endpoint.resolve(path)).POST(BodyPublishers.ofString(json)));
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(endpoint.resolve(path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the simulator says " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
