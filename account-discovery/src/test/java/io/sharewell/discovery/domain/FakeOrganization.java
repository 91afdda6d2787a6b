package io.sharewell.discovery.domain;

import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/** An organization in memory. */
final class FakeOrganization implements Organization {

    private final List<List<ListedAccount>> pages = new ArrayList<>();
    private final Map<AccountId, Map<String, String>> tags = new HashMap<>();
    private final List<AccountId> tagsAsked = new ArrayList<>();
    private Optional<OuTree> tree = Optional.empty();
    private Optional<OuTree> knownTree = Optional.empty();
    private RuntimeException failure;
    private RuntimeException treeFailure;
    private IntConsumer beforePage = _ -> {};
    private final List<Instant> treesAsked = new ArrayList<>();
    private boolean endless;

    static ListedAccount account(int number) {
        return account(number, "ACTIVE");
    }

    static ListedAccount account(int number, String state) {
        return new ListedAccount(id(number), "Account " + number, state, id(999));
    }

    static AccountId id(int number) {
        return AccountId.of(String.format("%012d", number));
    }

    FakeOrganization page(ListedAccount... accounts) {
        pages.add(List.of(accounts));
        return this;
    }

    FakeOrganization tree(OuTree tree) {
        this.tree = Optional.of(tree);
        return this;
    }

    FakeOrganization knownTree(OuTree tree) {
        this.knownTree = Optional.of(tree);
        return this;
    }

    FakeOrganization tags(int account, Map<String, String> tags) {
        this.tags.put(id(account), tags);
        return this;
    }

    /** What happens when a page is asked for, by its number from 0. */
    FakeOrganization beforePage(IntConsumer action) {
        this.beforePage = action;
        return this;
    }

    /** The last page says that there is one more, and it is itself. */
    void neverEnds() {
        endless = true;
    }

    void failsWith(RuntimeException failure) {
        this.failure = failure;
    }

    void treeFailsWith(RuntimeException failure) {
        this.treeFailure = failure;
    }

    List<AccountId> tagsAsked() {
        return tagsAsked;
    }

    /** Since when the tree was to have been read, each time that it was asked for. */
    List<Instant> treesAsked() {
        return treesAsked;
    }

    @Override
    public Page accounts(String token) {
        int number = token == null ? 0 : Integer.parseInt(token);
        beforePage.accept(number);
        if (failure != null) {
            throw failure;
        }
        boolean last = number + 1 >= pages.size();
        String next = last ? null : String.valueOf(number + 1);
        return new Page(
                pages.isEmpty() ? List.of() : pages.get(number), last && endless ? String.valueOf(number) : next);
    }

    @Override
    public Optional<OuTree> tree(Instant since) {
        treesAsked.add(since);
        if (treeFailure != null) {
            throw treeFailure;
        }
        knownTree = tree;
        return tree;
    }

    @Override
    public Optional<OuTree> knownTree() {
        return knownTree;
    }

    @Override
    public Optional<Map<String, String>> tags(AccountId account) {
        tagsAsked.add(account);
        return Optional.of(tags.getOrDefault(account, Map.of()));
    }
}
