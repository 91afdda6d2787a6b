package io.sharewell.app.doctor;

import java.util.Optional;

/**
 * What came of a check, and what it learnt for those after it.
 *
 * @param learnt empty if those that need it cannot be made
 */
record Checked<T>(Finding finding, Optional<T> learnt) {

    static <T> Checked<T> ok(T learnt, String seen) {
        return new Checked<>(new Finding.Ok(seen), Optional.of(learnt));
    }

    /** The checks after it can be made all the same. */
    static <T> Checked<T> with(T learnt, Finding finding) {
        return new Checked<>(finding, Optional.of(learnt));
    }

    static <T> Checked<T> nothing(Finding finding) {
        return new Checked<>(finding, Optional.empty());
    }
}
