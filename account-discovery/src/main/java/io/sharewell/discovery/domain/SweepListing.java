package io.sharewell.discovery.domain;

import io.sharewell.discovery.domain.AccountSelector.Verdict;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lists the accounts of one sweep and publishes them page by page, so that work on the first begins while the last are
 * still unknown. OU paths are read beside it, unless the selection needs them; who was announced without is announced
 * again with it.
 */
final class SweepListing {

    private final SweepStarted sweep;
    private final Organization organization;
    private final Announcements announcements;
    private final SweepRules rules;
    private final Predicate<AccountId> isOpen;
    private final BooleanSupplier hasEnded;
    private final Executor background;
    private final Set<AccountId> listed = new HashSet<>();
    private final Map<AccountId, Function<String, Event>> withoutPath = new LinkedHashMap<>();
    private int selected;
    private int skipped;

    /**
     * @param isOpen whether an account has no outcome yet in this sweep; others are not worked on again
     * @param hasEnded whether the sweep is over: nothing more is said then
     */
    SweepListing(
            SweepStarted sweep,
            Organization organization,
            Announcements announcements,
            SweepRules rules,
            Predicate<AccountId> isOpen,
            BooleanSupplier hasEnded,
            Executor background) {
        this.sweep = sweep;
        this.organization = organization;
        this.announcements = announcements;
        this.rules = rules;
        this.isOpen = isOpen;
        this.hasEnded = hasEnded;
        this.background = background;
    }

    /**
     * Lists all accounts; the last word is {@code AccountsSelected}, unless the sweep ends before.
     *
     * @return the number of accounts selected
     * @throws Organization.NotReadableException if the accounts cannot be listed
     */
    int run() throws InterruptedException {
        if (sweep.envelope().purpose() == Purpose.ACCEPT) {
            return announceReviewsAccounts();
        }
        CompletableFuture<Optional<OuTree>> tree = tree();
        AccountSelector selector = new AccountSelector(sweep.selection(), known(tree), organization::tags);
        AllPages.read(token -> {
            Organization.Page page = organization.accounts(token);
            if (hasEnded.getAsBoolean()) {
                return null;
            }
            publish(page.accounts(), selector, known(tree));
            return page.nextToken();
        });
        if (hasEnded.getAsBoolean()) {
            return selected;
        }
        addPaths(await(tree));
        if (selected > 0) {
            announcements.publish(List.of(new AccountsSelected(envelope(), selected, skipped, noSuchAccounts())));
        }
        return selected;
    }

    /** Those that the selection names and the listing does not, once it is over. */
    List<AccountId> noSuchAccounts() {
        return named(sweep.selection().accounts(), sweep.selection().excludeAccounts())
                .filter(account -> !listed.contains(account))
                .toList();
    }

    /** They are named; they may belong to another organization. */
    private int announceReviewsAccounts() throws InterruptedException {
        List<Event> events = new ArrayList<>();
        for (AccountId account : sweep.selection().accounts()) {
            if (listed.add(account)) {
                selected++;
                events.add(new AccountSelected(envelope(), account, null, null));
                work(account, null, null, events);
            }
        }
        if (selected > 0) {
            events.add(new AccountsSelected(envelope(), selected, 0));
            announcements.publish(events);
        }
        return selected;
    }

    private CompletableFuture<Optional<OuTree>> tree() {
        Selection selection = sweep.selection();
        boolean needed = !selection.ous().isEmpty() || !selection.excludeOus().isEmpty();
        if (needed) {
            return CompletableFuture.completedFuture(Optional.of(neededTree()));
        }
        return switch (rules.ouPaths()) {
            case LEFT_OUT -> CompletableFuture.completedFuture(Optional.empty());
            case WANTED -> CompletableFuture.supplyAsync(this::wantedTree, background);
        };
    }

    /** Without it nobody knows who is excluded, nor in an old one. */
    private OuTree neededTree() {
        OuTree tree = organization
                .tree(sweep.startedAt())
                .orElseThrow(
                        () -> new Organization.NotReadableException(
                                new Problem(
                                        Reason.DENIED,
                                        "the selection names OUs, and the tree may not be read",
                                        "Allow organizations:ListRoots, ListOrganizationalUnitsForParent and ListAccountsForParent, or select by account ids and tags.")));
        String missing = named(sweep.selection().ous(), sweep.selection().excludeOus())
                .filter(ou -> !tree.nodes().containsKey(ou))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Organization.NotReadableException(Problem.of(Reason.NO_SUCH_OU, missing));
        }
        return tree;
    }

    private static <T> Stream<T> named(List<T> included, List<T> excluded) {
        return Stream.concat(included.stream(), excluded.stream()).distinct();
    }

    /** Paths are nice to have: a sweep does not fail for want of them. */
    private Optional<OuTree> wantedTree() {
        try {
            return organization.tree(Instant.EPOCH);
        } catch (Organization.NotReadableException e) {
            return Optional.empty();
        }
    }

    private Optional<OuTree> known(CompletableFuture<Optional<OuTree>> tree) {
        return tree.isDone() ? await(tree) : organization.knownTree();
    }

    private static Optional<OuTree> await(CompletableFuture<Optional<OuTree>> tree) {
        try {
            return tree.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void publish(List<ListedAccount> page, AccountSelector selector, Optional<OuTree> tree)
            throws InterruptedException {
        List<Event> events = new ArrayList<>();
        for (ListedAccount account : page) {
            if (!listed.add(account.id())) {
                continue; // A list that changes while it is read can show an account on two pages
            }
            String path = tree.flatMap(it -> it.path(account.id())).orElse(null);
            switch (selector.decide(account)) {
                case Verdict.Selected _ -> {
                    selected++;
                    announce(account, path, known -> selected(account, known), events);
                    work(account.id(), account.name(), path, events);
                }
                case Verdict.Skipped why -> {
                    skipped++;
                    announce(account, path, known -> skipped(account, known, why), events);
                }
            }
        }
        announcements.publish(events);
    }

    /** Says what is decided about an account; without its path, it is said again once that is known. */
    private void announce(ListedAccount account, String path, Function<String, Event> statement, List<Event> events) {
        events.add(statement.apply(path));
        if (path == null) {
            withoutPath.put(account.id(), statement);
        }
    }

    private Event selected(ListedAccount account, String path) {
        return new AccountSelected(envelope(), account.id(), account.name(), path);
    }

    private Event skipped(ListedAccount account, String path, Verdict.Skipped why) {
        return new AccountSkipped(envelope(), account.id(), account.name(), path, why.reason(), why.detail());
    }

    private void work(AccountId account, String name, String path, List<Event> events) {
        if (isOpen.test(account)) {
            Selection selection = sweep.selection();
            events.add(new AccountDiscovered(
                    envelope(),
                    account,
                    name,
                    path,
                    rules.partition(),
                    selection.regionsOf(account),
                    selection.excludeRegions(),
                    selection.workloadNamePrefix(),
                    sweep.cause()));
        }
    }

    private void addPaths(Optional<OuTree> tree) throws InterruptedException {
        List<Event> events = new ArrayList<>();
        withoutPath.forEach((account, statement) ->
                tree.flatMap(it -> it.path(account)).map(statement).ifPresent(events::add));
        if (!events.isEmpty()) {
            announcements.publish(events);
        }
    }

    private Envelope envelope() {
        return sweep.envelope();
    }
}
