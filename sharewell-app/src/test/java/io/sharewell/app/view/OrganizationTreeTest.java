package io.sharewell.app.view;

import static io.sharewell.app.view.ASmallSweep.INVITED;
import static io.sharewell.app.view.ASmallSweep.SHARED;
import static io.sharewell.app.view.ASmallSweep.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.app.view.Terminal.Feature;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.RegionScanned;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrganizationTreeTest {

    private static final Terminal PLAIN = Terminal.plain(100);

    @Test
    void showsOusAsBranchesAndAccountsAsLeaves() {
        assertThat(tree(ASmallSweep.of("sweep-1"), PLAIN)).isEqualTo("""
                        Root
                        ├── Lab
                        │   └── · old-lab  333344445555  skipped: NOT_ACTIVE, SUSPENDED
                        └── Workloads
                            ├── ! crm  444455556666  1 Region, 1 failed (DENIED), 2 workloads: 1 already shared, 1 with a
                            │                        problem (REFUSED)
                            └── Prod
                                ├── ✗ data-lake  222233334444  BLOCKED: ROLE_NOT_ASSUMABLE
                                │     cure: Create the role in this account.
                                └── ✓ shop-prod  111122223333  2 Regions, 3 workloads: 2 invited now, 1 already shared
                        """);
    }

    @Test
    void blockedAccountsAreRedAndBold() {
        assertThat(Printed.readable(tree(ASmallSweep.of("sweep-1"), new Terminal(100, Set.of(Feature.COLOUR)))))
                .isEqualTo("""
                        ¤[1mRoot¤[0m
                        ¤[2m|-- ¤[0m¤[1mLab¤[0m
                        ¤[2m|   `-- ¤[0m¤[2m- old-lab  333344445555  ¤[0m¤[2mskipped: NOT_ACTIVE, SUSPENDED¤[0m
                        ¤[2m`-- ¤[0m¤[1mWorkloads¤[0m
                        ¤[2m    |-- ¤[0m¤[33m!¤[0m crm  ¤[2m444455556666¤[0m  ¤[33m1 Region, 1 failed (DENIED), 2 workloads: 1 already shared, 1 with a¤[0m
                        ¤[2m    |   ¤[0m                     ¤[33mproblem (REFUSED)¤[0m
                        ¤[2m    `-- ¤[0m¤[1mProd¤[0m
                        ¤[2m        |-- ¤[0m¤[1;31mx data-lake¤[0m  ¤[2m222233334444¤[0m  ¤[1;31mBLOCKED: ROLE_NOT_ASSUMABLE¤[0m
                        ¤[2m        |     cure: ¤[0mCreate the role in this account.
                        ¤[2m        `-- ¤[0m¤[32m+¤[0m shop-prod  ¤[2m111122223333¤[0m  2 Regions, 3 workloads: 2 invited now, 1 already shared
                        """);
    }

    @Test
    void foldsALongListOfAccountsThatAreFine() {
        ASweep sweep = ASweep.named("sweep-1");
        IntStream.rangeClosed(10, 50).forEach(i -> fine(sweep, i));

        assertThat(tree(sweep.listed().completed(), PLAIN)).isEqualTo("""
                        Root
                        ├── ✓ team-10  000000000010  1 Region, 1 workload: already shared
                        ├── ✓ team-11  000000000011  1 Region, 1 workload: already shared
                        ├── ✓ team-12  000000000012  1 Region, 1 workload: already shared
                        ├── ✓ team-13  000000000013  1 Region, 1 workload: already shared
                        └── … and 37 more accounts, all fine: 37 units, 37 workloads: already shared
                        """);
    }

    @Test
    void whereSomethingChangedIsNotFoldedFirst() {
        ASweep sweep = ASweep.named("sweep-1");
        IntStream.rangeClosed(10, 50).forEach(i -> fine(sweep, i));
        sweep.selected(SHOP, "zoo", "Root").opened(SHOP, "eu-west-1").scanned(SHOP, "eu-west-1", INVITED);

        assertThat(tree(sweep.listed().completed(), PLAIN))
                .contains("✓ zoo      111122223333  1 Region, 1 workload: invited now\n")
                .contains("… and 38 more accounts, all fine");
    }

    @Test
    void neverFoldsAnAccountWithAProblem() {
        ASweep sweep = ASweep.named("sweep-1");
        IntStream.rangeClosed(10, 50).forEach(i -> {
            String account = "%012d".formatted(i);
            sweep.selected(account, "blocked-" + i, "Root");
            sweep.blocked(account, Problem.of(Reason.ROLE_NOT_ASSUMABLE));
        });
        IntStream.rangeClosed(60, 99).forEach(i -> {
            String account = "%012d".formatted(i);
            sweep.selected(account, "failed-" + i, "Root").opened(account, "eu-west-1");
            sweep.regionFailed(account, "eu-west-1", Problem.of(Reason.TOKEN_REJECTED));
        });

        String tree = tree(sweep.listed().completed(), PLAIN);

        assertThat(tree.lines().filter(line -> line.contains("✗ blocked-") && line.contains("BLOCKED")))
                .hasSize(41);
        assertThat(tree.lines().filter(line -> line.contains("! failed-"))).hasSize(40);
        assertThat(tree).doesNotContain("more account");
    }

    @Test
    void theCureOfNeighboursIsSaidOnceBelowThem() {
        ASweep sweep = ASweep.named("sweep-1")
                .selected("000000000001", "a", "Root")
                .selected("000000000002", "b", "Root")
                .selected("000000000003", "c", "Root")
                .blocked("000000000001", Problem.of(Reason.ROLE_NOT_ASSUMABLE))
                .blocked("000000000002", new Problem(Reason.WRONG_ACCOUNT, null, "Check the role name."))
                .blocked("000000000003", Problem.of(Reason.ROLE_NOT_ASSUMABLE));

        assertThat(tree(sweep.listed().completed(), PLAIN)).isEqualTo("""
                        Root
                        ├── ✗ a  000000000001  BLOCKED: ROLE_NOT_ASSUMABLE
                        ├── ✗ c  000000000003  BLOCKED: ROLE_NOT_ASSUMABLE
                        │     cure: create the role there, or correct its trust policy, the external id or the service
                        │           control policy
                        └── ✗ b  000000000002  BLOCKED: WRONG_ACCOUNT
                              cure: Check the role name.
                        """);
    }

    @Test
    void accountsWhosePathNobodyKnowsComeLast() {
        ASweep sweep = ASweep.named("sweep-1")
                .selected("000000000001", "zebra", "Root")
                .selected("000000000002", "ant", null)
                .selected("000000000003", null, "/")
                .listed();

        assertThat(tree(sweep, PLAIN)).isEqualTo("""
                        Root
                        └── ? zebra  000000000001  no outcome yet
                        (path unknown)
                        ├── ? (name unknown)  000000000003  no outcome yet
                        └── ? ant             000000000002  no outcome yet
                        """);
    }

    @Test
    void anAccountWithAnOpenWorkloadIsNotFine() {
        ASweep sweep = ASweep.named("sweep-1")
                .selected(SHOP, "shop", "Root")
                .opened(SHOP, "eu-west-1")
                .foundOnly(SHOP, "eu-west-1");

        assertThat(tree(sweep, PLAIN)).contains("? shop  111122223333  1 Region, 1 workload\n");
    }

    @Test
    void acceptSpeaksOfInvitations() {
        Envelope envelope = Envelope.of("sweep-1", Purpose.ACCEPT, Mode.APPLY);
        ASweep sweep = ASweep.with(envelope).selected(SHOP, "reviews", "Root").opened(SHOP, "eu-west-1");
        sweep.say(new RegionScanned(envelope, AccountId.of(SHOP), Region.of("eu-west-1"), List.of()));

        assertThat(tree(sweep, PLAIN)).contains("✓ reviews  111122223333  1 Region, no invitations\n");
    }

    @Test
    void bigOrganizationsStayShort() {
        assertThat(tree(ABigSweep.all(), PLAIN).lines().count()).isLessThan(45);
    }

    private static void fine(ASweep sweep, int i) {
        String account = "%012d".formatted(i);
        sweep.selected(account, "team-" + i, "Root")
                .opened(account, "eu-west-1")
                .scanned(account, "eu-west-1", SHARED);
    }

    private static String tree(ASweep sweep, Terminal terminal) {
        return Printed.by(out -> new OrganizationTree(terminal).print(sweep.report(), out));
    }
}
