package io.sharewell.simulator.admin;

import io.sharewell.simulator.admin.Work.Apart;
import io.sharewell.simulator.admin.Work.Walk;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Does {@link Work} so that nobody else on the event loop waits for it. */
final class Worker {

    /** How long others may have to wait for a piece of a walk. */
    private static final long PIECE_NANOS = 500_000;

    /** After a piece whoever came meanwhile has his turn: a task instead of a timer would be before him. */
    private static final long PAUSE_MILLIS = 1;

    private final Vertx vertx;

    Worker(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The answer, after as much work as is found to be needed for it. To be called on the event loop. */
    Future<Object> run(Callable<?> next) {
        var answer = Promise.promise();
        proceed(next, answer);
        return answer.future();
    }

    private void proceed(Callable<?> next, Promise<Object> answer) {
        try {
            switch (next.call()) {
                case Walk<?> walk -> walk(walk, answer);
                case Apart<?> apart -> apart(apart, answer);
                case Object found -> answer.complete(found);
            }
        } catch (Exception e) {
            answer.fail(e);
        }
    }

    private void walk(Walk<?> walk, Promise<Object> answer) {
        if (walk.goOn(PIECE_NANOS)) {
            vertx.setTimer(PAUSE_MILLIS, _ -> proceed(() -> walk, answer));
        } else {
            proceed(walk.end(), answer);
        }
    }

    private <T> void apart(Apart<T> apart, Promise<Object> answer) {
        vertx.executeBlocking(apart.task(), false)
                .onSuccess(done -> proceed(() -> apart.end().of(done), answer))
                .onFailure(answer::fail);
    }
}
