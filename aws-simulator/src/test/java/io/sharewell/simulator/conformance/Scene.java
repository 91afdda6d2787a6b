package io.sharewell.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.Sim;
import io.sharewell.simulator.SimulatorOptions;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RateLimitsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.PermissionType;

/** A simulator with somebody for every answer, and what an operation needs before it can be called. */
final class Scene implements AutoCloseable {

    static final String OWNER = "444444444444";
    static final String POWERLESS = "555555555555";
    static final String WITHOUT_STS = "666666666666";
    static final String FULL = "777777777777";
    static final String REVIEWS = OrganizationFile.REVIEWS_ACCOUNT;
    static final String UNKNOWN_ID = "0123456789abcdef0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORGANIZATION = """
            delegatedAdministrators: ["222222222222"]
            organizationalUnits: [{name: Workloads, id: ou-abcd-12345678}]
            rootId: r-abcd
            behaviours: {emptyPages: never}
            roles:
              everything: {name: WellArchitectedShares, actions: ["*"]}
              nothing: {name: WellArchitectedShares, actions: ["s3:*"]}
            accounts:
              - {id: "222222222222", name: automation}
              - {id: "444444444444", name: owner, ou: Workloads, roles: [everything], tags: {team: payments}}
              - {id: "555555555555", name: powerless, ou: Workloads, roles: [nothing]}
              - {id: "666666666666", name: without-sts, ou: Workloads, stsDisabledRegions: [eu-west-1]}
              - {id: "777777777777", name: full, ou: Workloads, roles: [everything], workloads: {eu-west-1: 1000}}
            """;

    private final Sim sim;
    private int names;

    private Scene(SimulatorOptions options) {
        this.sim = Sim.start(options);
    }

    static Scene set() {
        return new Scene(
                SimulatorOptions.of(OrganizationFile.parse(ORGANIZATION)).withoutRateLimits());
    }

    static Scene with(RateLimitsFile limits) {
        return new Scene(
                SimulatorOptions.of(OrganizationFile.parse(ORGANIZATION).withRateLimits(limits)));
    }

    Sim sim() {
        return sim;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    AwsCredentials session(String account) {
        return sim.assume(account);
    }

    /** Whose call of the operation should succeed. */
    AwsCredentials caller(Catalogue.Operation operation) {
        return switch (operation.actor()) {
            case AUTOMATION -> Sim.AUTOMATION;
            case REVIEWER -> Sim.REVIEWER;
            case OWNER -> session(OWNER);
        };
    }

    SdkResponse call(Catalogue.Operation operation, ObjectNode input) {
        return call(operation, input, caller(operation));
    }

    SdkResponse call(Catalogue.Operation operation, ObjectNode input, AwsCredentials credentials) {
        return call(operation, input, StaticCredentialsProvider.create(credentials), List.of());
    }

    SdkResponse call(
            Catalogue.Operation operation,
            ObjectNode input,
            AwsCredentialsProvider credentials,
            List<ExecutionInterceptor> interceptors) {
        SdkClient client = sim.client(operation.model().service(), credentials, interceptors);
        return SdkCall.invoke(client, operation.model(), input);
    }

    /** Sets a fault for the operation; others stay as they are. */
    void fault(Catalogue.Operation operation, String more) {
        var rule = json(more)
                .put("kind", "error")
                .put("service", operation.model().service())
                .put("operation", operation.model().name());
        sim.admin("POST", "/admin/faults", rule.toString());
    }

    WellArchitectedClient owner() {
        return sim.wellArchitected(session(OWNER));
    }

    String freshName() {
        names++;
        return "Workload " + names;
    }

    /** A new workload's id. */
    String workload() {
        return owner().createWorkload(it -> it.workloadName(freshName())
                        .description("for a test")
                        .environment("PRODUCTION")
                        .awsRegions("eu-west-1")
                        .lenses("wellarchitected")
                        .reviewOwner("me@example.com"))
                .workloadId();
    }

    String workloadArn() {
        return "arn:aws:wellarchitected:eu-west-1:" + OWNER + ":workload/" + workload();
    }

    /** A new share of a new workload with the reviews account. */
    record Shared(String workloadId, String shareId, String invitationId) {}

    Shared share() {
        var workload = workload();
        var share = owner().createWorkloadShare(
                        it -> it.workloadId(workload).sharedWith(REVIEWS).permissionType(PermissionType.READONLY))
                .shareId();
        for (JsonNode invitation : sim.admin("/admin/invitations")) {
            if (invitation.path("shareId").asText().equals(share)) {
                return new Shared(
                        workload, share, invitation.path("invitationId").asText());
            }
        }
        throw new AssertionError("No invitation for share " + share);
    }

    @Override
    public void close() {
        sim.close();
    }
}
