package io.sharewell.app.doctor;

import java.util.Optional;

/** What came of a check. */
public sealed interface Finding {

    /** As it should be. */
    record Ok(String seen) implements Finding {}

    /** As it should be, and somebody may want to know. */
    record Noted(Diagnosis what) implements Finding {}

    /** Not as it should be. */
    record Wrong(Diagnosis what) implements Finding {}

    /**
     * Not looked at, because what it depends on is not as it should be.
     *
     * @param why what it depends on
     */
    record NotChecked(String why) implements Finding {}

    /** Looked at, and nobody can tell from here. */
    record CannotBeTold(Diagnosis what) implements Finding {}

    /** The finding that a diagnosis makes, by the weight of its cause. */
    static Finding of(Diagnosis what) {
        return switch (what.cause().weight()) {
            case SET_UP, PARTIAL -> new Wrong(what);
            case NOTE -> new Noted(what);
            case UNTOLD, UNANSWERED -> new CannotBeTold(what);
        };
    }

    static Finding of(Cause cause, String seen, String remedy, String... commands) {
        return of(Diagnosis.of(cause, seen, remedy, commands));
    }

    /** Why it is not plainly ok, if it is not. */
    default Optional<Diagnosis> diagnosis() {
        return switch (this) {
            case Ok _, NotChecked _ -> Optional.empty();
            case Noted it -> Optional.of(it.what());
            case Wrong it -> Optional.of(it.what());
            case CannotBeTold it -> Optional.of(it.what());
        };
    }
}
