package io.sharewell.broker.domain;

import io.sharewell.events.Problem;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.ShareResult;

/** What came of a record whose session is over. */
public sealed interface Renewal {

    /** The record with another session, to go back to its topic. */
    record Renewed(SessionRecord record) implements Renewal {}

    /** It gets no session any more; this closes its subject. */
    record Ended(ShareResult outcome, Problem problem) implements Renewal {}

    /** The request is not to be honoured: somebody else may have written it. */
    record NotHonoured(Problem problem) implements Renewal {}

    /** @param cause what happened, without secrets */
    record TryLater(String cause) implements Renewal {}
}
