package io.sharewell.events;

/** A record that carries an account's session: work which a service without AWS permissions of its own can do. */
public sealed interface SessionRecord extends WorkRecord permits AccountSessionOpened, WorkloadFound, InvitationFound {

    /** The Region the work is in; never null. */
    Region region();

    /** Null in a dead letter: a session is never kept longer than the work on it. */
    SealedSession session();

    /** The leave to renew the session; null if the record came without one. */
    Grant grant();

    /** The same record with another session. */
    SessionRecord with(Envelope envelope, SealedSession session, Grant grant);

    @Override
    default SessionRecord withEnvelope(Envelope envelope) {
        return with(envelope, session(), grant());
    }

    /** The same record for the dead-letter topic. */
    default SessionRecord withoutSession() {
        return with(envelope(), null, grant());
    }
}
