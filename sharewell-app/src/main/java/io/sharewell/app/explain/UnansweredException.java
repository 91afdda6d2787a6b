package io.sharewell.app.explain;

import io.sharewell.events.Problem;

/** Organizations did not answer the question; the message says why and names the cure. */
public final class UnansweredException extends RuntimeException {

    UnansweredException(Problem problem) {
        super(problem.reason() + ": " + problem.detail() + "\n" + problem.remedy());
    }
}
