package io.sharewell.app.replay;

import io.sharewell.events.WorkRecord;

/** Whether a record is sent again. */
sealed interface Verdict {

    /**
     * It is, as this.
     *
     * @param redrives how often it was redriven before
     */
    record Send(WorkRecord record, int redrives) implements Verdict {}

    /** It is not. */
    record Stay(Left why) implements Verdict {}
}
