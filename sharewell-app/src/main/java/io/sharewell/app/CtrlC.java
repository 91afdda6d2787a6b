package io.sharewell.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: the run is told, and the JVM waits until it has said what was done. */
final class CtrlC implements AutoCloseable {

    private static final long LONGEST_GOODBYE_SECONDS = 40;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "ctrl-c");
    private volatile boolean pressed;

    CtrlC() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isPressed() {
        return pressed;
    }

    private void stop() {
        pressed = true;
        try {
            if (!done.await(LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("sharewell: stopped without an orderly end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run has said all it had to say. */
    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is on its way out already
        }
    }
}
