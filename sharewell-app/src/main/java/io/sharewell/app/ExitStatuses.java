package io.sharewell.app;

/** What the process says when it ends, besides what a report says. */
final class ExitStatuses {

    /** Not complete, or the set-up is wrong. */
    static final int NOT_COMPLETE = 3;
    /** Wrong from the command line alone. */
    static final int USAGE = 64;

    private ExitStatuses() {}
}
