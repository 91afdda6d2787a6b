package io.sharewell.messaging;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What a stage's records take while they are worked on. Who waits for long, such as for an account or a Region that does not
 * answer, gives up its place and goes on without, so that the others need not wait, too: a bounded number at once. Who waits
 * for the processor keeps it: more work at once would make that worse.
 */
final class Places {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** If a thread gets its turn later than this, it is the processor that is waited for. */
    private static final Duration PROMPT = Duration.ofMillis(250);
    /** How many may go on without a place, for each place. */
    private static final int WITHOUT = 4;

    /** Not CompletableFuture's delayed executor: that is gone once a Quarkus application has ended in this JVM. */
    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("places").factory());

    private final Semaphore without;
    private final Executor later;
    private final Executor threads;
    private final LongSupplier nanos;

    /** @param threads that the records are worked on by */
    Places(int places, Executor threads) {
        this(
                places,
                task -> TIMER.schedule(task, PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
                threads,
                System::nanoTime);
    }

    /** @param later runs what it is given when a record has been worked on for long */
    Places(int places, Executor later, Executor threads, LongSupplier nanos) {
        this.without = new Semaphore(places * WITHOUT);
        this.later = later;
        this.threads = threads;
        this.nanos = nanos;
    }

    /** Completes when the work's place is free: at its end, or before. */
    CompletableFuture<Void> of(CompletableFuture<Void> work) {
        CompletableFuture<Void> place = work.copy();
        lookLater(work, place);
        return place;
    }

    private void lookLater(CompletableFuture<Void> work, CompletableFuture<Void> place) {
        later.execute(() -> {
            if (!work.isDone()) {
                long asked = nanos.getAsLong();
                threads.execute(() -> look(work, place, asked));
            }
        });
    }

    private void look(CompletableFuture<Void> work, CompletableFuture<Void> place, long asked) {
        if (nanos.getAsLong() - asked > PROMPT.toNanos()) {
            lookLater(work, place);
        } else if (!work.isDone() && without.tryAcquire()) {
            work.whenComplete((_, _) -> without.release());
            place.complete(null);
        }
    }
}
