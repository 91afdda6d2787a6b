package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFileException;

/** The ids that an organization file gives itself. */
final class WrittenIds {

    private WrittenIds() {}

    /** Keeps an account's from being given to anything else. */
    static void reserve(AccountFile account, Workloads workloads) {
        if (account.workloads() == null) {
            return;
        }
        for (var there : account.workloads().values()) {
            for (var workload : there.listed()) {
                reserve(workload.id(), workloads);
                WorkloadLoader.shares(workload).forEach(it -> reserve(it.id(), workloads));
            }
        }
    }

    private static void reserve(String id, Workloads workloads) {
        if (id == null) {
            return;
        }
        if (!id.matches("[0-9a-f]{32}")) {
            throw new OrganizationFileException("The id of a workload or share has 32 hexadecimal digits, not " + id);
        }
        if (!workloads.reserve(HexId.parse(id))) {
            throw new OrganizationFileException("The id " + id + " is there twice: remove one, or have it made up");
        }
    }
}
