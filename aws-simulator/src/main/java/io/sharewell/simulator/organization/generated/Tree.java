package io.sharewell.simulator.organization.generated;

import io.sharewell.simulator.organization.UnitFile;
import java.util.List;

/** The OU tree that AWS's guidance on multi-account environments suggests. */
final class Tree {

    static final String SECURITY = "Security";
    static final String NETWORK = "Infrastructure/Network";
    static final String SHARED_SERVICES = "Infrastructure/Shared Services";
    static final String PROD = "Workloads/Prod";
    static final String NON_PROD = "Workloads/NonProd";
    /** In the demo only: an SCP keeps it to European Regions. */
    static final String SOVEREIGN = "Workloads/Sovereign";

    static final String SANDBOX = "Sandbox";
    static final String SUSPENDED = "Suspended";

    private Tree() {}

    static List<UnitFile> units() {
        return List.of(
                unit("Security"),
                unit("Infrastructure", unit("Network"), unit("Shared Services")),
                unit("Workloads", unit("Prod"), unit("NonProd")),
                unit("Sandbox"),
                unit("Suspended"));
    }

    static List<UnitFile> demoUnits() {
        var sovereign = new UnitFile(null, "Sovereign", List.of(DemoPolicies.EUROPE_ONLY), null);
        return List.of(
                unit("Security"),
                unit("Infrastructure", unit("Network"), unit("Shared Services")),
                unit("Workloads", unit("Prod"), unit("NonProd"), sovereign),
                unit("Sandbox"),
                unit("Suspended"));
    }

    private static UnitFile unit(String name, UnitFile... below) {
        return new UnitFile(null, name, null, below.length == 0 ? null : List.of(below));
    }
}
