package io.sharewell.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Several calls at once, so that nobody waits long. */
final class Parallel {

    private Parallel() {}

    /** The answers in the order of the questions. */
    static <Q, A> List<A> map(List<Q> questions, int atOnce, Function<Q, A> ask) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<A>> answers = questions.stream()
                    .map(question -> threads.submit(() -> ask.apply(question)))
                    .toList();
            List<A> all = new ArrayList<>();
            for (Future<A> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
