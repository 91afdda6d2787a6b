package io.sharewell.simulator;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadEnvironment;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/** Does whatever one can do to an organization's workloads, shares, roles and settings, by chance. */
final class RandomDeeds {

    private final Sim sim;
    private final SplittableRandom random;
    private final List<String> accounts;

    RandomDeeds(Sim sim, long seed, String... accounts) {
        this.sim = sim;
        this.random = new SplittableRandom(seed);
        this.accounts = List.of(accounts);
    }

    void some(int number) {
        for (int i = 0; i < number; i++) {
            try {
                one();
            } catch (AwsServiceException _) {
                // What AWS refuses changes nothing; it is among the deeds for that.
            }
        }
    }

    private void one() {
        var account = accounts.get(random.nextInt(accounts.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> share(account);
            case 4 -> unshare();
            case 5 -> answer();
            case 6 -> createWorkload(account);
            case 7 -> deleteWorkload(account);
            case 8 -> tag(account);
            default -> elsewhere(account);
        }
    }

    private WellArchitectedClient client(String account) {
        return sim.wellArchitectedOf(account);
    }

    /** Any workload; where there is none any more, one that nobody knows. */
    private WorkloadSummary workload(WellArchitectedClient client) {
        var all = client.listWorkloads(_ -> {}).workloadSummaries();
        return all.isEmpty()
                ? WorkloadSummary.builder()
                        .workloadId("0".repeat(32))
                        .workloadArn("arn:aws:wellarchitected:eu-west-1:444444444444:workload/" + "0".repeat(32))
                        .build()
                : all.get(random.nextInt(all.size()));
    }

    private void share(String account) {
        var client = client(account);
        var workload = workload(client);
        var principal = List.of(Sim.REVIEWS, "999999999999", "888888888888").get(random.nextInt(3));
        client.createWorkloadShare(it -> it.workloadId(workload.workloadId())
                .sharedWith(principal)
                .permissionType(random.nextBoolean() ? "READONLY" : "CONTRIBUTOR")
                .clientRequestToken("token-" + random.nextInt(1000)));
    }

    private void unshare() {
        var shares = sim.admin("/admin/shares");
        if (!shares.isEmpty()) {
            var id = shares.get(random.nextInt(shares.size())).path("shareId").asText();
            sim.admin("DELETE", "/admin/shares/" + id, "");
        }
    }

    private void answer() {
        var invitations = sim.admin("/admin/invitations");
        if (!invitations.isEmpty()) {
            var id = invitations
                    .get(random.nextInt(invitations.size()))
                    .path("shareId")
                    .asText();
            var action = List.of("ACCEPT", "REJECT", "REVOKE").get(random.nextInt(3));
            sim.adminRaw("POST", "/admin/invitations/" + id, "{\"action\":\"" + action + "\"}");
        }
    }

    private void createWorkload(String account) {
        client(account).createWorkload(it -> it.workloadName("New " + random.nextInt(1000))
                .description("Made by chance")
                .environment(WorkloadEnvironment.PRODUCTION)
                .awsRegions("eu-west-1")
                .reviewOwner("somebody")
                .lenses("wellarchitected")
                .tags(random.nextBoolean() ? Map.of("made", "by chance") : null)
                .clientRequestToken("token-" + random.nextInt(1000)));
    }

    private void deleteWorkload(String account) {
        var client = client(account);
        var workload = workload(client);
        client.deleteWorkload(
                it -> it.workloadId(workload.workloadId()).clientRequestToken("token-" + random.nextInt(1000)));
    }

    private void tag(String account) {
        var client = client(account);
        var workload = workload(client);
        client.tagResource(it -> it.workloadArn(workload.workloadArn()).tags(Map.of("k", "v" + random.nextInt(9))));
    }

    private void elsewhere(String account) {
        switch (random.nextInt(3)) {
            case 0 -> sim.advance(random.nextInt(1, 60) + "h");
            case 1 ->
                sim.admin(
                        "POST",
                        "/admin/roles",
                        "{\"accountId\":\"" + account + "\",\"role\":{\"name\":\"Role" + random.nextInt(3)
                                + "\",\"actions\":[\"account:*\"]}}");
            default ->
                client(account)
                        .updateGlobalSettings(
                                it -> it.organizationSharingStatus(random.nextBoolean() ? "ENABLED" : "DISABLED"));
        }
    }
}
