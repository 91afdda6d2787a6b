package io.sharewell.chaos.neighbours;

import io.sharewell.chaos.faults.BrokenAccounts;
import io.sharewell.simulator.GeneratedOrganization;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One organization in which all is well, and the same with three accounts in ten broken.
 *
 * @param others accounts that are the same in both
 * @param unserved of the broken ones, every other: it is as before, but AWS is not to serve it
 */
record TwoStates(OrganizationFile well, OrganizationFile broken, Set<String> others, Set<String> unserved) {

    private static final int WORKLOADS_PER_ACCOUNT = 3;
    /** Breaks 60 of 200. */
    private static final long SEED = 8;

    static TwoStates of(int accounts) {
        OrganizationFile well = GeneratedOrganization.of(accounts, WORKLOADS_PER_ACCOUNT, SEED);
        OrganizationFile worse = new BrokenAccounts(SEED).alter(well);
        List<AccountFile> broken = new ArrayList<>(worse.accounts());
        Set<String> others = new HashSet<>();
        Set<String> unserved = new HashSet<>();
        boolean altered = false;
        for (int i = 0; i < accounts; i++) {
            AccountFile before = well.accounts().get(i);
            if (before.equals(broken.get(i))) {
                others.add(before.id());
                continue;
            }
            altered = !altered;
            if (!altered) {
                unserved.add(before.id());
                broken.set(i, before);
            }
        }
        return new TwoStates(well, worse.withAccounts(broken), others, unserved);
    }
}
