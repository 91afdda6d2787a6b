package io.sharewell.events;

/** A record that a service has to work on, as against a {@link ShareResult}, which only says something. */
public sealed interface WorkRecord extends Event permits AccountDiscovered, SessionRecord, SessionExpired {

    /** The account it is about; never null. */
    AccountId accountId();

    /** The same record with another envelope. */
    WorkRecord withEnvelope(Envelope envelope);
}
