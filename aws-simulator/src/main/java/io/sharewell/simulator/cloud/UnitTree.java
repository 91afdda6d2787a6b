package io.sharewell.simulator.cloud;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import io.sharewell.simulator.organization.OrganizationFileException;
import io.sharewell.simulator.organization.UnitFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The root and its OUs, as an organization file has them. */
final class UnitTree {

    private final OrganizationFile file;
    private final ControlPolicies policies;
    private final Unit root;
    private final Map<String, Unit> byPath = new HashMap<>();

    UnitTree(OrganizationFile file, ControlPolicies policies) {
        this.file = file;
        this.policies = policies;
        var rootId = file.rootId() != null ? file.rootId() : "r-" + Ids.lower(file.seed(), "root", 4);
        this.root = new Unit(rootId, "Root", null, policies.level(file.rootServiceControlPolicies()));
        index(root, "");
        units(file.organizationalUnits(), root, "");
    }

    Unit root() {
        return root;
    }

    /** Where an account lies. */
    Unit unitOf(AccountFile account) {
        var unit = byPath.get(account.ou() == null ? "" : account.ou());
        if (unit == null) {
            throw new OrganizationFileException("Account " + account.id() + " lies in the OU '" + account.ou()
                    + "', which is not among organizationalUnits: add it, or write another path of names");
        }
        return unit;
    }

    private void units(List<UnitFile> units, Unit parent, String path) {
        for (var unit : units == null ? List.<UnitFile>of() : units) {
            var unitPath = path.isEmpty() ? unit.name() : path + "/" + unit.name();
            var suffix = root.id().substring(2) + "-" + Ids.lower(file.seed(), "ou " + unitPath, 8);
            var made = new Unit(
                    unit.id() != null ? unit.id() : "ou-" + suffix,
                    unit.name(),
                    parent,
                    policies.level(unit.serviceControlPolicies()));
            index(made, unitPath);
            units(unit.units(), made, unitPath);
        }
    }

    private void index(Unit unit, String path) {
        byPath.put(path, unit);
        byPath.put(unit.id(), unit);
    }
}
