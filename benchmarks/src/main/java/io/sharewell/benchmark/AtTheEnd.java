package io.sharewell.benchmark;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What does not outlive the benchmark, however that ends: closed last made first, so a folder goes after who writes to it. */
final class AtTheEnd {

    private static final Deque<AutoCloseable> MADE = new ConcurrentLinkedDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAll(MADE), "at-the-end"));
    }

    private AtTheEnd() {}

    /** Who has closed it before does no harm. */
    static <T extends AutoCloseable> T close(T made) {
        MADE.addFirst(made);
        return made;
    }

    static void closeAll(Iterable<AutoCloseable> all) {
        for (AutoCloseable one : all) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println(e);
            }
        }
    }
}
