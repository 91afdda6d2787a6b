package io.sharewell.writer.domain;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets only one thread at a time work on a thing; whatever is about another thing does not wait. */
final class OneAtATime {

    private static final class Turn extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        private int wanted;
    }

    /** Only of what is worked on now. */
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    <T> T on(String thing, Supplier<T> work) {
        Turn turn = turns.compute(thing, (_, known) -> wantedOnceMore(known));
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
            turns.compute(thing, (_, known) -> wantedOnceLess(known));
        }
    }

    /** How many things are worked on now. */
    int things() {
        return turns.size();
    }

    private static Turn wantedOnceMore(Turn known) {
        Turn turn = known == null ? new Turn() : known;
        turn.wanted++;
        return turn;
    }

    private static Turn wantedOnceLess(Turn turn) {
        turn.wanted--;
        return turn.wanted == 0 ? null : turn;
    }
}
