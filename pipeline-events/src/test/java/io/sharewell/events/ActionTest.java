package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionTest {

    @ParameterizedTest
    @EnumSource(Action.class)
    void thatWasDoneStaysDoneWhenNothingMoreIs(Action done) {
        assertThat(done.and(Action.NONE)).isEqualTo(done);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void afterNothingIsTheAction(Action later) {
        assertThat(Action.NONE.and(later)).isEqualTo(later);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void doneTwiceIsDone(Action action) {
        assertThat(action.and(action)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        // A renewal is a deletion and a creation, perhaps with a crash between
        "DELETED, CREATED, RENEWED",
        "RENEWED, CREATED, RENEWED",
        "DELETED, RENEWED, RENEWED",
        "CREATED, RENEWED, RENEWED",
        // A share of this sweep is one of this sweep, whatever its permission became
        "CREATED, UPDATED, CREATED",
        "RENEWED, UPDATED, RENEWED",
        "UPDATED, CREATED, CREATED",
        // What is gone is gone
        "CREATED, DELETED, DELETED",
        "UPDATED, DELETED, DELETED",
        "RENEWED, DELETED, DELETED",
        "NONE, ACCEPTED, ACCEPTED",
        // Plans: the latest that is one
        "WOULD_CREATE, WOULD_UPDATE, WOULD_UPDATE",
        "WOULD_RENEW, WOULD_DELETE, WOULD_DELETE",
        "UNKNOWN, CREATED, CREATED",
        "CREATED, UNKNOWN, UNKNOWN"
    })
    void andALaterOneMakeOne(Action done, Action later, Action both) {
        assertThat(done.and(later)).isEqualTo(both);
    }
}
