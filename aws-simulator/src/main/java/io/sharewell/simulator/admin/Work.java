package io.sharewell.simulator.admin;

import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * What takes too long to be done in one go on the event loop: AWS's clients are answered there too, and none of them
 * shall wait for somebody who looks at everything.
 */
sealed interface Work {

    /**
     * Looks at many things of the simulation, a few at a time; between them the simulation goes on and may change.
     *
     * @param end the answer, or further work, when all were looked at
     */
    record Walk<T>(Iterator<T> things, Consumer<? super T> look, Callable<?> end) implements Work {

        Walk(Iterable<T> things, Consumer<? super T> look, Callable<?> end) {
            this(things.iterator(), look, end);
        }

        /** Goes on for about that long; false when nothing is left. */
        boolean goOn(long nanos) {
            long start = System.nanoTime();
            while (things.hasNext()) {
                look.accept(things.next());
                if (System.nanoTime() - start > nanos) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Done in another thread, so it must not touch what changes.
     *
     * @param end makes of what came of it the answer, or further work, on the event loop
     */
    record Apart<T>(Callable<T> task, End<? super T> end) implements Work {

        /** See {@link Apart#end}. */
        @FunctionalInterface
        interface End<T> {
            Object of(T done);
        }

        /** Writes something long as JSON; nobody may change it meanwhile. */
        static Apart<AdminText> json(Object answer) {
            return text(() -> AdminText.json(answer));
        }

        static Apart<AdminText> text(Callable<AdminText> answer) {
            return new Apart<>(answer, it -> it);
        }
    }
}
