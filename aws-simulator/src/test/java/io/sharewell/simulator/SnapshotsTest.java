package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.sharewell.simulator.organization.Behaviours;
import io.sharewell.simulator.organization.Behaviours.DeletedShareTokens;
import io.sharewell.simulator.organization.OrganizationFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ConflictException;

class SnapshotsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void undoesWhateverWasDone(long seed) {
        try (var sim = Sim.start(organization())) {
            var deeds = new RandomDeeds(sim, seed, Orgs.MEMBER, Orgs.OTHER_MEMBER);
            deeds.some(60);
            take(sim, "before");
            var before = everything(sim);

            deeds.some(60);
            assertThat(everything(sim)).as("seed " + seed).isNotEqualTo(before);
            restore(sim, "before");

            assertThat(everything(sim)).as("seed " + seed).isEqualTo(before);
            deeds.some(30);
            restore(sim, "before");
            assertThat(everything(sim)).as("seed %d, a second time", seed).isEqualTo(before);
        }
    }

    private static OrganizationFile organization() {
        return Orgs.with(
                        Orgs.owner().withWorkloads(Orgs.in("eu-west-1", 3)),
                        Orgs.otherMember().withRoles(Orgs.everything()).withWorkloads(Orgs.in("eu-west-1", 5)))
                .withRateLimits(io.sharewell.simulator.organization.RateLimitsFile.OFF);
    }

    /** What people see, and what the export sees. */
    private static List<Object> everything(Sim sim) {
        var reviewer = sim.wellArchitected(Sim.REVIEWER);
        return List.of(
                sim.admin("/admin/organization/now"),
                sim.adminSet("/admin/shares"),
                Duration.parse(sim.admin("/admin/clock").path("advanced").asText()),
                reviewer.listShareInvitations(_ -> {}).shareInvitationSummaries(),
                reviewer.listWorkloads(_ -> {}).workloadSummaries(),
                sim.wellArchitectedOf(Orgs.MEMBER).listWorkloads(_ -> {}).workloadSummaries());
    }

    @Test
    void bringsBackWhatClientTokensWereUsedFor() {
        var behaviours = Behaviours.DEFAULTS.with(DeletedShareTokens.FORGOTTEN);
        try (var sim = Sim.start(organization().withBehaviours(behaviours))) {
            var client = sim.wellArchitectedOf(Orgs.MEMBER);
            var first = create(client, "first");
            take(sim, "one-share");
            client.deleteWorkloadShare(
                    it -> it.workloadId(workload(client)).shareId(first).clientRequestToken("d"));
            var second = create(client, "second");

            restore(sim, "one-share");

            assertThat(create(client, "first")).isEqualTo(first).isNotEqualTo(second);
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> create(client, "second"));
            // The token of the share that came back is forgotten with that very share.
            sim.admin("DELETE", "/admin/shares/" + first, "");
            assertThat(create(client, "first")).isNotEqualTo(first);
        }
    }

    @Test
    void turnsTheClockBackAndFillsTheBuckets() {
        try (var sim = Sim.start(SimulatorOptions.of(organization().withRateLimits(null)))) {
            take(sim, "now");
            sim.advance("P8D");
            while (catchThrowable(() -> sim.organizations().listRoots(_ -> {})) == null) {}

            restore(sim, "now");

            assertThat(sim.admin("/admin/clock").path("advanced").asText()).isEqualTo("PT0S");
            assertThat(sim.organizations().listRoots(_ -> {}).roots()).hasSize(1);
        }
    }

    @Test
    void leavesSessionsAndWhatWasCounted() {
        try (var sim = Sim.start(organization())) {
            take(sim, "early");
            var client = sim.wellArchitectedOf(Orgs.MEMBER);

            restore(sim, "early");

            assertThat(client.listWorkloads(_ -> {}).workloadSummaries()).hasSize(3);
            assertThat(sim.calls("sts.AssumeRole")).isEqualTo(1);
        }
    }

    @Test
    void returnsToAnOrganizationThatWasReplacedSince() {
        try (var sim = Sim.start(organization())) {
            create(sim.wellArchitectedOf(Orgs.MEMBER), "t");
            take(sim, "old");
            sim.admin("PUT", "/admin/organization", "accounts: [{id: \"777777777777\"}]");
            assertThat(catchThrowable(() -> sim.assume(Orgs.MEMBER))).isInstanceOf(StsException.class);

            restore(sim, "old");

            assertThat(sim.assume(Orgs.MEMBER)).isNotNull();
            assertThat(sim.admin("/admin/shares")).hasSize(1);
        }
    }

    @Test
    void listsAndForgetsSnapshots() {
        try (var sim = Sim.start(organization())) {
            create(sim.wellArchitectedOf(Orgs.MEMBER), "t");
            take(sim, "mine");
            var made = sim.admin("POST", "/admin/snapshots", "");

            var all = sim.admin("/admin/snapshots");
            assertThat(all.findValuesAsText("name"))
                    .containsExactly("mine", made.path("name").asText());
            assertThat(all.get(0).path("shares").asInt()).isEqualTo(1);
            assertThat(all.get(0).path("accounts").asInt()).isEqualTo(5);

            sim.admin("DELETE", "/admin/snapshots/mine", "");
            assertThat(sim.admin("/admin/snapshots")).hasSize(1);
            assertThat(sim.adminRaw("POST", "/admin/snapshots/mine/restore", "").body())
                    .contains("There is no snapshot mine");
            assertThat(sim.adminRaw("DELETE", "/admin/snapshots/mine", "").statusCode())
                    .isEqualTo(404);
            assertThat(sim.adminRaw("POST", "/admin/snapshots", "{\"name\":\"a/b\"}")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(sim.adminRaw("POST", "/admin/snapshots/mine/undo", "").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void makesUpNoNameThatIsTaken() {
        try (var sim = Sim.start(organization())) {
            take(sim, "snapshot-1");

            sim.admin("POST", "/admin/snapshots", "");

            assertThat(sim.admin("/admin/snapshots").findValuesAsText("name"))
                    .containsExactly("snapshot-1", "snapshot-2");
        }
    }

    private static JsonNode take(Sim sim, String name) {
        return sim.admin("POST", "/admin/snapshots", "{\"name\":\"" + name + "\"}");
    }

    private static void restore(Sim sim, String name) {
        sim.admin("POST", "/admin/snapshots/" + name + "/restore", "");
    }

    private static String workload(WellArchitectedClient client) {
        return client.listWorkloads(_ -> {}).workloadSummaries().getFirst().workloadId();
    }

    private static String create(WellArchitectedClient client, String token) {
        var workload = workload(client);
        return client.createWorkloadShare(it -> it.workloadId(workload)
                        .sharedWith(Sim.REVIEWS)
                        .permissionType("READONLY")
                        .clientRequestToken(token))
                .shareId();
    }
}
