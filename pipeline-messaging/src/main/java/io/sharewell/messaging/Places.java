package io.sharewell.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What a stage's records take while they are worked on. Who waits for long, such as for an account or a Region that does not
 * answer, gives up its place and goes on without, so that the others need not wait, too: a bounded number at once.
 */
final class Places {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** How many may go on without a place, for each place. */
    private static final int WITHOUT = 4;

    /** Not CompletableFuture's delayed executor: that is gone once a Quarkus application has ended in this JVM. */
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("places").factory());

    private final Semaphore without;
    private final Executor later;

    Places(int places) {
        this(places, task -> TIMER.schedule(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** @param later runs what it is given when a record has been worked on for long */
    Places(int places, Executor later) {
        this.without = new Semaphore(places * WITHOUT);
        this.later = later;
    }

    /** Completes when the work's place is free: at its end, or before. */
    CompletableFuture<Void> of(CompletableFuture<Void> work) {
        CompletableFuture<Void> place = work.copy();
        later.execute(() -> {
            if (!work.isDone() && without.tryAcquire()) {
                work.whenComplete((_, _) -> without.release());
                place.complete(null);
            }
        });
        return place;
    }
}
