package io.sharewell.writer.domain;

import io.sharewell.events.Action;
import io.sharewell.events.Problem;
import java.util.List;
import java.util.Optional;

/** What is to be done about a workload and a target. */
public sealed interface Decision {

    /**
     * Nothing.
     *
     * @param share the share that is there, if one is
     * @param problem what a human has to look at, null if all is well
     */
    record Leave(Optional<Share> share, Problem problem) implements Decision {}

    record Create() implements Decision {}

    /** Give the share the wanted permission. */
    record Update(Share share) implements Decision {}

    /** The share is dead: AWS takes no new one for its principal as long as it is there. */
    record DeleteAndCreate(Share share) implements Decision {}

    /** @param shares at least one */
    record Delete(List<Share> shares) implements Decision {
        public Delete {
            shares = List.copyOf(shares);
        }
    }

    /**
     * Only say what would be done.
     *
     * @param action one of {@code WOULD_…}
     * @param share the share that is there, if one is
     */
    record Report(Action action, Optional<Share> share) implements Decision {}
}
