package io.sharewell.simulator.server;

import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.RegionWorkloads;
import io.sharewell.simulator.wellarchitected.WorkloadWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The organization as it stands, as a file that can be loaded. */
public final class OrganizationExport {

    private final World world;
    private final Instant now;
    private final Map<String, Map<String, RegionWorkloads>> workloads;

    private OrganizationExport(World world, Instant now) {
        this.world = world;
        this.now = now;
        this.workloads = WorkloadWriter.write(world.workloads(), now);
    }

    /** With the workloads, shares, roles and settings that are alive; sessions and client tokens are not in it. */
    public static OrganizationFile of(World world, Instant now) {
        var export = new OrganizationExport(world, now);
        var accounts = new ArrayList<AccountFile>();
        world.file().accounts().forEach(it -> accounts.add(export.current(it)));
        accounts.addAll(export.unwritten());
        return world.file()
                .withAccounts(accounts)
                .withOrganizationSharing(world.settings().state().organizationSharing());
    }

    private AccountFile current(AccountFile account) {
        return world.cloud()
                .roles()
                .written(account)
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
