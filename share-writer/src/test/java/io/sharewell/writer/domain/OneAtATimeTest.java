package io.sharewell.writer.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OneAtATimeTest {

    private final OneAtATime turns = new OneAtATime();

    @Test
    void keepsTheSecondFromWhatTheFirstWorksOn() throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Boolean> wasOver = new CompletableFuture<>();
        AtomicBoolean secondIsOver = new AtomicBoolean();
        Thread second = Thread.ofPlatform()
                .unstarted(() -> secondIsOver.set(turns.on("a", () -> wasOver.complete(over.get()))));

        turns.on("a", () -> {
            second.start();
            while (second.getState() != Thread.State.WAITING && !wasOver.isDone()) {
                Thread.onSpinWait();
            }
            over.set(true);
            return null;
        });

        assertThat(wasOver.join()).isTrue();
        second.join();
        assertThat(secondIsOver).isTrue();
        assertThat(turns.things()).as("nothing is kept of what is over").isZero();
    }

    @Test
    void keepsNobodyFromSomethingElse() {
        assertThat(turns.<String>on("a", () -> CompletableFuture.supplyAsync(() -> turns.on("b", () -> "done"))
                        .join()))
                .isEqualTo("done");
    }

    @Test
    void letsTheNextWorkAfterAFailure() {
        assertThatThrownBy(() -> turns.on("a", () -> {
                    throw new IllegalStateException("failed by the test");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(CompletableFuture.supplyAsync(() -> turns.on("a", () -> "done"))
                        .join())
                .isEqualTo("done");
    }
}
