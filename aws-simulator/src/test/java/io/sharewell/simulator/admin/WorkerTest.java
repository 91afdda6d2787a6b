package io.sharewell.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.admin.Work.Walk;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void somebodyWhoComesInTheMidstOfAWalkHasHisTurn() throws IOException {
        // Given somebody whose turn it is that ends a walk which would be endless
        var came = new CompletableFuture<Void>();
        var server = listen(() -> came.complete(null));
        var steps = Stream.generate(() -> "step").iterator();
        var untilHeCame = new Iterator<String>() {
            @Override
            public boolean hasNext() {
                return !came.isDone();
            }

            @Override
            public String next() {
                return steps.next();
            }
        };

        // When
        var answer = run(() -> new Walk<>(untilHeCame, _ -> {}, () -> "the end"));

        // Then
        try (var _ = new Socket("127.0.0.1", server.actualPort())) {
            assertThat(answer.join()).isEqualTo("the end");
        }
    }

    @Test
    void aWalkLooksAtEverythingOnceHoweverSmallItsPieces() {
        var seen = new ArrayList<Integer>();
        var walk = new Walk<>(List.of(1, 2, 3), seen::add, () -> "the end");

        while (walk.goOn(-1)) {
            seen.add(0);
        }

        assertThat(seen).containsExactly(1, 0, 2, 0, 3, 0);
    }

    @Test
    void doesOneWorkAfterTheOther() {
        var seen = new ArrayList<String>();

        var answer = run(() -> new Walk<>(
                List.of("a", "b"),
                seen::add,
                () -> new Apart<>(() -> Thread.currentThread().getName(), thread -> {
                    seen.add(thread);
                    seen.add(Thread.currentThread().getName());
                    return seen;
                })));

        assertThat(answer.join()).isSameAs(seen);
        assertThat(seen).startsWith("a", "b");
        assertThat(seen.get(2)).contains("worker");
        assertThat(seen.get(3)).contains("eventloop");
    }

    @Test
    void failsAsAnyOfTheWorkDoes() {
        assertFails(() -> fail());
        assertFails(() -> new Walk<>(List.of(1), _ -> fail(), () -> "the end"));
        assertFails(() -> new Walk<>(List.of(1), _ -> {}, WorkerTest::fail));
        assertFails(() -> new Apart<>(WorkerTest::fail, it -> it));
        assertFails(() -> new Apart<>(() -> 1, _ -> fail()));
    }

    private void assertFails(Callable<?> work) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(run(work)::join)
                .withCauseInstanceOf(AdminException.class);
    }

    private static Object fail() {
        throw new AdminException(404, "There is no such thing");
    }

    private CompletableFuture<Object> run(Callable<?> work) {
        var answer = new CompletableFuture<Object>();
        vertx.getOrCreateContext().runOnContext(_ -> new Worker(vertx)
                .run(work)
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally));
        return answer;
    }

    private NetServer listen(Runnable turn) {
        var server = vertx.createNetServer().connectHandler(_ -> turn.run());
        return server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
