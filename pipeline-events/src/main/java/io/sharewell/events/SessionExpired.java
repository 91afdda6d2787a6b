package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/**
 * A record whose session is over, to come back with a new one. On {@code session-renewals}.
 *
 * @param topic where the record came from and must come back to
 * @param deadSessionId the session that is over, null if the record had none
 * @param recordType the record's {@code ce_type}
 * @param record the record, whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionExpired(
        Envelope envelope,
        AccountId accountId,
        String topic,
        String deadSessionId,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "recordType")
        @JsonSubTypes({
            @JsonSubTypes.Type(value = AccountSessionOpened.class, name = "io.sharewell.account.session.opened.v1"),
            @JsonSubTypes.Type(value = WorkloadFound.class, name = "io.sharewell.workload.found.v1"),
            @JsonSubTypes.Type(value = InvitationFound.class, name = "io.sharewell.invitation.found.v1")
        })
        SessionRecord record)
        implements WorkRecord {

    public SessionExpired {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(record.envelope(), "envelope of the record");
    }

    /** A record that comes back to the topic it is read from. Its renewal is new work; what it has met itself stays with it. */
    public static SessionExpired of(SessionRecord record) {
        String deadSessionId =
                record.session() == null ? null : record.session().sessionId();
        return new SessionExpired(
                record.envelope().forNextStep(),
                record.accountId(),
                Topic.of(record).topicName(),
                deadSessionId,
                record);
    }

    /** The same with another record in it. */
    public SessionExpired with(SessionRecord record) {
        return new SessionExpired(envelope, accountId, topic, deadSessionId, record);
    }

    @Override
    public SessionExpired withEnvelope(Envelope envelope) {
        return new SessionExpired(envelope, accountId, topic, deadSessionId, record);
    }

    @Override
    public String subject() {
        return record.subject();
    }

    @Override
    public String key() {
        return accountId.value();
    }
}
