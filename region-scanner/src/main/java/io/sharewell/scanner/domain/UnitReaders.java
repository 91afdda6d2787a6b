package io.sharewell.scanner.domain;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.HeldUpException;

/** Gives a reader for a unit. */
@FunctionalInterface
public interface UnitReaders {

    /**
     * A reader that works with the record's session, within the unit's time.
     *
     * @return refused if the session's seal is broken
     * @throws HeldUpException if there is no session, or it is over, or its seal cannot be opened yet
     */
    Answer<UnitReader> open(AccountSessionOpened unit);
}
