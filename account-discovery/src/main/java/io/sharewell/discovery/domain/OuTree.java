package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The organization's tree: roots and OUs by id, and under which of them each account is.
 *
 * @param nodes roots and OUs by id
 * @param parents id of the parent by account
 */
public record OuTree(Map<String, Node> nodes, Map<AccountId, String> parents) {

    /**
     * A root or an OU.
     *
     * @param parentId null for a root
     */
    public record Node(String id, String name, String parentId) {}

    private static final Pattern ID = Pattern.compile("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}");

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException if it is not that of a root or an OU
     */
    public static String requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not the id of an OU or root: it must look like ou-ab12-cdefgh34 or r-ab12");
        }
        return id;
    }

    public OuTree {
        nodes = Map.copyOf(nodes);
        parents = Map.copyOf(parents);
    }

    /** Ids from the account's OU up to the root; empty if the account is not in the tree. */
    public List<String> ancestors(AccountId account) {
        List<String> ids = new ArrayList<>();
        Node node = nodes.get(parents.getOrDefault(account, ""));
        while (node != null) {
            ids.add(node.id());
            node = node.parentId() == null ? null : nodes.get(node.parentId());
        }
        return ids;
    }

    /** Names from the root down to the account's OU, such as {@code Root/Workloads/Prod}. */
    public Optional<String> path(AccountId account) {
        List<String> names = ancestors(account).reversed().stream()
                .map(id -> nodes.get(id).name())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
    }
}
