package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.wellarchitected.RegionalWorkloads;
import io.sharewell.simulator.wellarchitected.WorkloadWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The organization as it stands, as a file that can be loaded. */
public final class OrganizationExport {

    private final World world;
    private final Instant now;
    private final WorkloadWriter writer;
    private final Map<String, Map<String, RegionWorkloads>> workloads = new HashMap<>();
    private final List<AccountFile> accounts = new ArrayList<>();

    /** First all workloads are to be written, then all accounts of the file. */
    public OrganizationExport(World world, Instant now) {
        this.world = world;
        this.now = now;
        this.writer = new WorkloadWriter(now);
    }

    public void write(RegionalWorkloads home) {
        if (home.size() > 0) {
            workloads.computeIfAbsent(home.account(), _ -> new TreeMap<>()).put(home.region(), writer.written(home));
        }
    }

    public void write(AccountFile account) {
        accounts.add(current(account));
    }

    /** With the workloads, shares, roles and settings that are alive; sessions and client tokens are not in it. */
    public OrganizationFile file() {
        accounts.addAll(unwritten());
        return world.file().withAccounts(accounts);
    }

    private AccountFile current(AccountFile account) {
        return world.settings()
                .written(world.cloud().roles().written(account))
                .withWorkloads(workloads.get(account.id()))
                .withInvitations(world.workloads().invitations().written(account.id(), now));
    }

    /** The accounts that the file does not list: none of them if nothing happened in any. */
    private List<AccountFile> unwritten() {
        var listed = new HashSet<String>();
        world.file().accounts().forEach(it -> listed.add(it.id()));
        var unlisted = world.cloud().organization().accounts().stream()
                .filter(it -> !listed.contains(it.id()))
                .toList();
        var current = unlisted.stream().map(it -> current(written(it))).toList();
        boolean untouched =
                unlisted.stream().map(OrganizationExport::written).toList().equals(current);
        return untouched ? List.of() : current;
    }

    private static AccountFile written(Account account) {
        var written = AccountFile.of(account.id(), account.name(), null);
        return account.inOrganization() ? written : written.outside();
    }
}
