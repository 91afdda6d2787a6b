package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One share invitation that waits in the reviews account, with the session to answer it. On {@code workloads-found}.
 *
 * @param accountId the account that is invited
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationFound(
        Envelope envelope,
        AccountId accountId,
        Region region,
        Invitation invitation,
        @Incidental SealedSession session,
        @Incidental Grant grant)
        implements SessionRecord {

    public InvitationFound {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(invitation, "invitation");
    }

    @Override
    public InvitationFound with(Envelope envelope, SealedSession session, Grant grant) {
        return new InvitationFound(envelope, accountId, region, invitation, session, grant);
    }

    @Override
    public String subject() {
        return invitation.id();
    }

    @Override
    public String key() {
        return accountId + "/" + region;
    }
}
