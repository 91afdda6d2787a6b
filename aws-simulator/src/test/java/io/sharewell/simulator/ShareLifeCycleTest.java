package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.PermissionType;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.organization.ShareFile;
import io.sharewell.simulator.organization.ShareStatus;
import io.sharewell.simulator.organization.UnitFile;
import io.sharewell.simulator.organization.WorkloadFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationAction;
import software.amazon.awssdk.services.wellarchitected.model.ShareInvitationSummary;
import software.amazon.awssdk.services.wellarchitected.model.WellArchitectedException;
import software.amazon.awssdk.services.wellarchitected.model.WorkloadSummary;

/**
 * Every status, everything that may be done to a share, and what comes of it on either side. The
 * shares that are associated are with the recipient's OU, the others with his account.
 */
class ShareLifeCycleTest {

    private static final String RECIPIENT = "777777777777";
    private static final String UNIT = "ou-ab12-abcd1234";

    /** A status that stays is the deed's success without a change; an error's name means that nothing has changed. */
    private static final String TABLE = """
            status      | create   | update      | delete | accept   | reject   | revoke  | minute     | week
            PENDING     | Conflict | PENDING     | gone   | ACCEPTED | REJECTED | REVOKED | PENDING    | EXPIRED
            ACCEPTED    | Conflict | ACCEPTED    | gone   | Conflict | Conflict | REVOKED | ACCEPTED   | ACCEPTED
            REJECTED    | Conflict | Conflict    | gone   | Conflict | Conflict | refused | REJECTED   | REJECTED
            REVOKED     | Conflict | Conflict    | gone   | Conflict | Conflict | refused | REVOKED    | REVOKED
            EXPIRED     | Conflict | Conflict    | gone   | Conflict | Conflict | refused | EXPIRED    | EXPIRED
            ASSOCIATING | Conflict | ASSOCIATING | gone   | NotFound | NotFound | refused | ASSOCIATED | ASSOCIATED
            ASSOCIATED  | Conflict | ASSOCIATED  | gone   | NotFound | NotFound | refused | ASSOCIATED | ASSOCIATED
            FAILED      | Conflict | Conflict    | gone   | NotFound | NotFound | refused | FAILED     | FAILED
            """;

    private static Sim sim;

    /** One cell of the table, in an account of its own. */
    record Cell(String account, ShareStatus status, String deed, String outcome) {

        static List<Cell> all() {
            var lines = TABLE.lines().map(it -> it.split("\\s*\\|\\s*")).toList();
            var cells = new ArrayList<Cell>();
            for (var line : lines.subList(1, lines.size())) {
                for (int i = 1; i < line.length; i++) {
                    var account = String.valueOf(400_000_000_000L + cells.size());
                    cells.add(new Cell(account, ShareStatus.valueOf(line[0].trim()), lines.getFirst()[i], line[i]));
                }
            }
            return cells;
        }

        boolean isOfTime() {
            return deed.equals("minute") || deed.equals("week");
        }

        boolean isAssociation() {
            return status == ShareStatus.ASSOCIATING
                    || status == ShareStatus.ASSOCIATED
                    || status == ShareStatus.FAILED;
        }

        String sharedWith() {
            return isAssociation() ? UNIT : RECIPIENT;
        }

        String workload() {
            return "aaaaaaaaaaaaaaaaaaaa" + account;
        }

        AccountFile accountFile() {
            // An ASSOCIATING share begins now: the file's own default is that it stays so for an hour.
            var created = status == ShareStatus.ASSOCIATING ? Instant.now().plusSeconds(30) : null;
            var share = new ShareFile(sharedWith(), PermissionType.READONLY, status, null, created);
            var workload = new WorkloadFile(workload(), "Of " + account, null, null, null, null, List.of(share));
            return AccountFile.of(account, "cell-" + account, null)
                    .withRoles(Orgs.everything())
                    .withWorkloads(Map.of("eu-west-1", RegionWorkloads.listed(List.of(workload))));
        }

        @Override
        public String toString() {
            return status + " " + deed + " -> " + outcome;
        }
    }

    @BeforeAll
    static void start() {
        sim = start(Cell.all().stream().filter(it -> !it.isOfTime()));
    }

    private static Sim start(Stream<Cell> cells) {
        var accounts = new ArrayList<>(cells.map(Cell::accountFile).toList());
        accounts.add(AccountFile.of(RECIPIENT, "recipient", UNIT).withRoles(Orgs.everything()));
        return Sim.start(OrganizationFile.of(List.of(new UnitFile(UNIT, "Reviews", null, null)), accounts));
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    static Stream<Cell> deeds() {
        return Cell.all().stream().filter(it -> !it.isOfTime());
    }

    @Test
    void theTableIsWhole() {
        assertThat(Cell.all()).hasSize(ShareStatus.values().length * 8);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void changesOrRefusesAsTheTableSays(Cell cell) {
        new Sides(sim, cell).show(cell.status().name());

        var refusal = new Sides(sim, cell).perform();

        boolean changes = refusal.isEmpty();
        assertThat(changes ? "" : cell.outcome()).isEqualTo(refusal);
        new Sides(sim, cell).show(changes ? cell.outcome() : cell.status().name());
    }

    @Test
    void timeChangesWhatTheTableSays() {
        for (var deed : List.of("minute", "week")) {
            var cells = Cell.all().stream().filter(it -> it.deed().equals(deed)).toList();
            try (var later = start(cells.stream())) {
                cells.forEach(it -> new Sides(later, it).show(it.status().name()));
                later.advance(deed.equals("minute") ? "PT1M" : "P7D");
                cells.forEach(it -> new Sides(later, it).show(it.outcome()));
            }
        }
    }

    /** What owner and recipient see of a cell's share, and what they can do. */
    private static final class Sides {

        private final Sim sim;
        private final Cell cell;
        private final WellArchitectedClient owner;
        private final WellArchitectedClient recipient;

        Sides(Sim sim, Cell cell) {
            this.sim = sim;
            this.cell = cell;
            this.owner = sim.wellArchitectedOf(cell.account());
            this.recipient = sim.wellArchitectedOf(RECIPIENT);
        }

        /** Both sides, and neither of them in another Region. */
        void show(String status) {
            var shares = owner.listWorkloadShares(it -> it.workloadId(cell.workload()))
                    .workloadShareSummaries();
            assertThat(shares.isEmpty() ? "gone" : shares.getFirst().statusAsString())
                    .as("%s: the owner's side", cell)
                    .isEqualTo(status);
            assertThat(invitations(recipient).contains(cell.workload()))
                    .as("%s: the recipient's invitation", cell)
                    .isEqualTo(status.equals("PENDING"));
            assertThat(workloads(recipient).contains(cell.workload()))
                    .as("%s: the recipient's workload", cell)
                    .isEqualTo(status.equals("ACCEPTED") || status.equals("ASSOCIATED"));
            var elsewhere = sim.wellArchitected(Region.US_EAST_1, sim.assume(RECIPIENT));
            assertThat(invitations(elsewhere)).isEmpty();
            assertThat(workloads(elsewhere)).isEmpty();
        }

        private static List<String> invitations(WellArchitectedClient client) {
            return client.listShareInvitationsPaginator(_ -> {}).stream()
                    .flatMap(it -> it.shareInvitationSummaries().stream())
                    .map(ShareInvitationSummary::workloadId)
                    .toList();
        }

        private static List<String> workloads(WellArchitectedClient client) {
            return client.listWorkloadsPaginator(_ -> {}).stream()
                    .flatMap(it -> it.workloadSummaries().stream())
                    .map(WorkloadSummary::workloadId)
                    .toList();
        }

        /** The error's name, empty if it was done. */
        String perform() {
            var problem = catchThrowableOfType(WellArchitectedException.class, this::attempt);
            if (problem == null) {
                return cell.deed().equals("revoke") && revoked != 200 ? "refused" : "";
            }
            return switch (problem.statusCode()) {
                case 404 -> "NotFound";
                case 409 -> "Conflict";
                default -> problem.getMessage();
            };
        }

        private int revoked;

        private void attempt() {
            switch (cell.deed()) {
                case "create" ->
                    owner.createWorkloadShare(it -> it.workloadId(cell.workload())
                            .sharedWith(cell.sharedWith())
                            .permissionType("READONLY"));
                case "update" -> update();
                case "delete" ->
                    owner.deleteWorkloadShare(
                            it -> it.workloadId(cell.workload()).shareId(shareId()));
                case "accept" -> answer(ShareInvitationAction.ACCEPT);
                case "reject" -> answer(ShareInvitationAction.REJECT);
                case "revoke" ->
                    revoked = sim.adminRaw("POST", "/admin/invitations/" + shareId(), "{\"action\":\"REVOKE\"}")
                            .statusCode();
                default -> throw new IllegalArgumentException(cell.deed());
            }
        }

        private void update() {
            var updated = owner.updateWorkloadShare(it ->
                            it.workloadId(cell.workload()).shareId(shareId()).permissionType("CONTRIBUTOR"))
                    .workloadShare();
            assertThat(updated.permissionTypeAsString()).isEqualTo("CONTRIBUTOR");
            assertThat(updated.statusAsString()).isEqualTo(cell.outcome());
        }

        /** By its invitation's id, whether or not it is listed still. */
        private void answer(ShareInvitationAction action) {
            var shareId = shareId();
            var invitationId = new ArrayList<String>();
            sim.admin("/admin/invitations").forEach(it -> {
                if (it.get("shareId").asText().equals(shareId)) {
                    invitationId.add(it.get("invitationId").asText());
                }
            });
            recipient.updateShareInvitation(
                    it -> it.shareInvitationId(invitationId.isEmpty() ? shareId : invitationId.getFirst())
                            .shareInvitationAction(action));
        }

        private String shareId() {
            return owner.listWorkloadShares(it -> it.workloadId(cell.workload()))
                    .workloadShareSummaries()
                    .getFirst()
                    .shareId();
        }
    }
}
