package io.sharewell.app.view;

import io.sharewell.app.view.AccountStory.Standing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Prints what hangs on one branch of the tree. */
final class TreeBranch {

    private final Page page;
    private final String trunk;

    TreeBranch(Page page, String trunk) {
        this.page = page;
        this.trunk = trunk;
    }

    /** One thing that hangs on the branch, told what stands before it. */
    private interface Leaf {
        void print(Hook hook);
    }

    /**
     * Where a leaf hangs.
     *
     * @param first what stands before its first line
     * @param further what stands before its further lines
     */
    record Hook(String first, String further) {}

    void print(OuNode node) {
        Iterator<Leaf> leaves = leaves(node).iterator();
        while (leaves.hasNext()) {
            Leaf leaf = leaves.next();
            leaf.print(
                    leaves.hasNext() ? hook(Symbol.BRANCH, Symbol.TRUNK) : hook(Symbol.LAST_BRANCH, Symbol.NO_TRUNK));
        }
    }

    private Hook hook(Symbol first, Symbol further) {
        return new Hook(trunk + page.symbol(first), trunk + page.symbol(further));
    }

    private List<Leaf> leaves(OuNode node) {
        List<Leaf> leaves = new ArrayList<>();
        AccountLines lines = new AccountLines(page, node);
        for (Standing standing : Standing.values()) {
            Fold fold = Fold.of(node.accounts(standing), OrganizationTree.most(standing));
            Iterator<AccountStory> shown = fold.shown().iterator();
            AccountStory next = shown.hasNext() ? shown.next() : null;
            while (next != null) {
                AccountStory story = next;
                next = shown.hasNext() ? shown.next() : null;
                AccountStory following = next;
                leaves.add(hook -> lines.print(story, following, hook));
            }
            if (!fold.folded().isEmpty()) {
                leaves.add(hook -> lines.printFolded(standing, fold.folded(), hook));
            }
        }
        node.units()
                .forEach((name, unit) -> leaves.add(hook -> {
                    page.line(page.paint(Ink.FAINT, hook.first()) + page.paint(Ink.STRONG, name));
                    new TreeBranch(page, hook.further()).print(unit);
                }));
        return leaves;
    }
}
