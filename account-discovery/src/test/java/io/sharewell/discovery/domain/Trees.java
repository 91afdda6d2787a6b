package io.sharewell.discovery.domain;

import static io.sharewell.discovery.domain.FakeOrganization.id;

import io.sharewell.discovery.domain.OuTree.Node;
import io.sharewell.events.AccountId;
import java.util.HashMap;
import java.util.Map;

/** Root › Workloads › Prod, and Root › Sandbox; account 1 in Prod, 2 in Workloads, 3 in Sandbox, 4 in the root. */
final class Trees {

    static final String ROOT = "r-ab12";
    static final String WORKLOADS = "ou-ab12-workload";
    static final String PROD = "ou-ab12-prodprod";
    static final String SANDBOX = "ou-ab12-sandboxx";

    private Trees() {}

    static OuTree tree() {
        Map<String, Node> nodes = new HashMap<>();
        nodes.put(ROOT, new Node(ROOT, "Root", null));
        nodes.put(WORKLOADS, new Node(WORKLOADS, "Workloads", ROOT));
        nodes.put(PROD, new Node(PROD, "Prod", WORKLOADS));
        nodes.put(SANDBOX, new Node(SANDBOX, "Sandbox", ROOT));
        Map<AccountId, String> parents = Map.of(id(1), PROD, id(2), WORKLOADS, id(3), SANDBOX, id(4), ROOT);
        return new OuTree(nodes, parents);
    }
}
