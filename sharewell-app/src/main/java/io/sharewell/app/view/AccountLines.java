package io.sharewell.app.view;

import io.sharewell.app.view.AccountStory.Standing;
import io.sharewell.app.view.TreeBranch.Hook;
import java.util.List;

/** The lines of the accounts of one OU, names and what came of them under each other. */
final class AccountLines {

    private static final int LONGEST_NAME = 32;

    private final Page page;
    private final int nameWidth;

    AccountLines(Page page, OuNode node) {
        this.page = page;
        int longest = 0;
        for (Standing standing : Standing.values()) {
            for (AccountStory story : Fold.of(node.accounts(standing), OrganizationTree.most(standing))
                    .shown()) {
                longest = Math.max(longest, Text.columns(AccountName.of(story.account())));
            }
        }
        this.nameWidth = Math.min(LONGEST_NAME, longest);
    }

    /** @param next the account below it, null if none: a cure that holds for both is said once, below the last */
    void print(AccountStory story, AccountStory next, Hook hook) {
        String name = Text.pad(
                Text.shorten(AccountName.of(story.account()), nameWidth, page.symbol(Symbol.ELLIPSIS)), nameWidth);
        String id = story.account().accountId();
        String head = page.symbol(sign(story.standing())) + " " + name + "  " + id + "  ";
        int column = Text.columns(hook.first()) + Text.columns(head);
        List<String> told = Text.wrap(told(story), Math.max(30, page.terminal().width() - column - 1));
        page.line(page.paint(Ink.FAINT, hook.first())
                + painted(story.standing(), name, id)
                + said(story, told.getFirst()));
        told.stream()
                .skip(1)
                .forEach(line -> page.line(page.paint(Ink.FAINT, hook.further())
                        + " ".repeat(column - Text.columns(hook.further()))
                        + said(story, line)));
        if (story.standing() == Standing.BLOCKED && !cure(story).equals(next == null ? "" : cure(next))) {
            page.wrapped(hook.further() + "  cure: ", hook.further() + "        ", cure(story), Ink.PLAIN);
        }
    }

    void printFolded(Standing standing, List<AccountStory> folded, Hook hook) {
        String count = page.symbol(Symbol.ELLIPSIS) + " and " + Text.count(folded.size(), "more account");
        String told =
                switch (standing) {
                    case FINE ->
                        ", all fine: "
                                + AccountStory.told(folded, folded.getFirst().noun());
                    case SKIPPED -> " skipped";
                    case OPEN -> " without an outcome yet";
                    case BLOCKED, TROUBLED -> "";
                };
        page.wrapped(hook.first(), count + told, Ink.FAINT);
    }

    private String painted(Standing standing, String name, String id) {
        String sign = page.symbol(sign(standing));
        return switch (standing) {
            case BLOCKED -> page.paint(Ink.ALARM, sign + " " + name) + "  " + page.paint(Ink.FAINT, id) + "  ";
            case TROUBLED -> page.paint(Ink.WARNING, sign) + " " + name + "  " + page.paint(Ink.FAINT, id) + "  ";
            case OPEN -> page.paint(Ink.WARNING, sign) + " " + name + "  " + page.paint(Ink.FAINT, id) + "  ";
            case FINE -> page.paint(Ink.GOOD, sign) + " " + name + "  " + page.paint(Ink.FAINT, id) + "  ";
            case SKIPPED -> page.paint(Ink.FAINT, sign + " " + name + "  " + id + "  ");
        };
    }

    private static Symbol sign(Standing standing) {
        return switch (standing) {
            case BLOCKED -> Symbol.BAD;
            case TROUBLED -> Symbol.WARNING;
            case OPEN -> Symbol.OPEN;
            case FINE -> Symbol.GOOD;
            case SKIPPED -> Symbol.DOT;
        };
    }

    private static String told(AccountStory story) {
        return (story.standing() == Standing.BLOCKED ? "BLOCKED: " : "") + story.told();
    }

    private String said(AccountStory story, String line) {
        return switch (story.standing()) {
            case BLOCKED -> page.paint(Ink.ALARM, line);
            case TROUBLED, OPEN -> page.paint(Ink.WARNING, line);
            case FINE -> line;
            case SKIPPED -> page.paint(Ink.FAINT, line);
        };
    }

    private static String cure(AccountStory story) {
        return story.problems().isEmpty() ? "" : ShortCure.of(story.problems().getFirst());
    }
}
