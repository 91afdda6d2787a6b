package io.sharewell.simulator.organization.generated;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.AccountState;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.UnitFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes up an organization of so many accounts. */
public final class OrganizationGenerator {

    private static final int SPECIAL_ACCOUNTS = 3;
    private static final int DEMO_WORKLOADS = 3;
    private static final int ACCOUNTS_PER_CLOSED_ONE = 50;

    private final int accounts;
    private final long seed;
    private final SplittableRandom random;

    /** For {@code accounts} in all, the three special ones included. */
    public OrganizationGenerator(int accounts, long seed) {
        if (accounts < SPECIAL_ACCOUNTS) {
            throw new IllegalArgumentException("An organization needs at least " + SPECIAL_ACCOUNTS
                    + " accounts (management, automation, reviews), not " + accounts);
        }
        this.accounts = accounts;
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** One in which nothing is wrong but that a few accounts are closed. */
    public OrganizationFile regular(int workloadsPerAccount) {
        var active = new ArrayList<AccountFile>();
        var closed = new ArrayList<AccountFile>();
        var maker = new AccountMaker(random);
        int closing = accounts < 10 ? 0 : Math.max(2, accounts / ACCOUNTS_PER_CLOSED_ONE);
        for (int i = 0; i < accounts - SPECIAL_ACCOUNTS; i++) {
            var account = maker.next(i);
            boolean closes = i >= 4 && closing > closed.size() && i % (ACCOUNTS_PER_CLOSED_ONE / 10) == 0;
            if (closes) {
                closed.add(closed(account, closed.size()));
            } else {
                active.add(account);
            }
        }
        int total = active.isEmpty() ? 0 : Math.multiplyExact(accounts, workloadsPerAccount);
        return file(new WorkloadSpread(random).spread(active, total), closed, Tree.units());
    }

    /** One with every kind of account and share in it. */
    public OrganizationFile demo() {
        var recipes = DemoRecipes.all();
        int ordinary = accounts - SPECIAL_ACCOUNTS - recipes.size();
        if (ordinary < 1) {
            throw new IllegalArgumentException("The demo's organization needs at least "
                    + (SPECIAL_ACCOUNTS + recipes.size() + 1) + " accounts to have every kind, not " + accounts);
        }
        var maker = new AccountMaker(random);
        var plain = new ArrayList<AccountFile>();
        var peculiar = new ArrayList<AccountFile>();
        for (int i = 0; i < accounts - SPECIAL_ACCOUNTS; i++) {
            var account = maker.next(i);
            // The first four are security and infrastructure, which every organization has in order.
            boolean special = i >= Math.min(4, ordinary) && peculiar.size() < recipes.size();
            if (special) {
                peculiar.add(recipes.get(peculiar.size()).apply(account));
            } else {
                plain.add(account.withRoles(i % 3 == 0 ? DemoRecipes.named(DemoRecipes.FULL) : null));
            }
        }
        var spread = new WorkloadSpread(random).spread(plain, plain.size() * DEMO_WORKLOADS);
        var members = file(spread, peculiar, Tree.demoUnits());
        var all = new ArrayList<AccountFile>();
        members.accounts().forEach(it -> all.add(isReviews(it) ? DemoRecipes.reviews(it) : it));
        all.add(DemoRecipes.partner());
        return OrganizationFile.of(members.organizationalUnits(), all)
                .withSeed(seed)
                .withRoles(DemoRecipes.roles())
                .withServiceControlPolicies(DemoPolicies.all());
    }

    private static boolean isReviews(AccountFile account) {
        return account.id().equals(OrganizationFile.REVIEWS_ACCOUNT);
    }

    private static AccountFile closed(AccountFile account, int number) {
        var state = number % 3 == 1 ? AccountState.PENDING_CLOSURE : AccountState.SUSPENDED;
        return AccountFile.of(account.id(), account.name(), Tree.SUSPENDED)
                .withJoinedAt(account.joinedAt())
                .withTags(account.tags())
                .withState(state);
    }

    /** With the particular ones somewhere among the others, as in a list that AWS gives in no order. */
    private OrganizationFile file(List<AccountFile> plain, List<AccountFile> particular, List<UnitFile> units) {
        var all = new ArrayList<>(AccountMaker.special());
        all.addAll(plain);
        for (var account : particular) {
            all.add(random.nextInt(SPECIAL_ACCOUNTS, all.size() + 1), account);
        }
        return OrganizationFile.of(units, all).withSeed(seed);
    }
}
