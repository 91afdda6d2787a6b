package io.sharewell.discovery.aws;

import io.sharewell.discovery.domain.AllPages;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.OuTree.Node;
import io.sharewell.events.AccountId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.ParentNotFoundException;

/** Walks the tree page by page, from the roots down: never a call per account. */
final class OuTreeWalk {

    private final OrganizationsClient client;
    private final PatientCalls calls;

    OuTreeWalk(OrganizationsClient client, PatientCalls calls) {
        this.client = client;
        this.calls = calls;
    }

    OuTree walk() {
        Map<String, Node> nodes = new HashMap<>();
        Map<AccountId, String> parents = new HashMap<>();
        Deque<Node> open = new ArrayDeque<>();
        roots(open);
        while (!open.isEmpty()) {
            Node node = open.poll();
            try {
                units(node, open);
                accounts(node, parents);
                nodes.put(node.id(), node);
            } catch (ParentNotFoundException _) {
                // Deleted since its parent named it. AWS deletes only empty ones: there is nothing below it
            }
        }
        return new OuTree(nodes, parents);
    }

    private void roots(Deque<Node> open) {
        AllPages.read(token -> {
            ListRootsResponse page =
                    calls.call("ListRoots", () -> client.listRoots(request -> request.nextToken(token)));
            page.roots().forEach(root -> open.add(new Node(root.id(), root.name(), null)));
            return page.nextToken();
        });
    }

    private void units(Node parent, Deque<Node> open) {
        AllPages.read(token -> {
            ListOrganizationalUnitsForParentResponse page = calls.call(
                    "ListOrganizationalUnitsForParent",
                    () -> client.listOrganizationalUnitsForParent(request -> request.parentId(parent.id())
                            .maxResults(AwsOrganization.PAGE)
                            .nextToken(token)));
            page.organizationalUnits().forEach(unit -> open.add(new Node(unit.id(), unit.name(), parent.id())));
            return page.nextToken();
        });
    }

    private void accounts(Node parent, Map<AccountId, String> parents) {
        AllPages.read(token -> {
            ListAccountsForParentResponse page = calls.call(
                    "ListAccountsForParent",
                    () -> client.listAccountsForParent(request -> request.parentId(parent.id())
                            .maxResults(AwsOrganization.PAGE)
                            .nextToken(token)));
            page.accounts().forEach(account -> parents.put(AccountId.of(account.id()), parent.id()));
            return page.nextToken();
        });
    }
}
