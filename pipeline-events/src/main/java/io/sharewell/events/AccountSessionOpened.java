package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * One unit to scan, with the session to do it. On {@code account-sessions}.
 *
 * @param region the unit's Region
 * @param workloadNamePrefix only workloads whose names begin so; null for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountSessionOpened(
        Envelope envelope,
        AccountId accountId,
        Region region,
        String workloadNamePrefix,
        @Incidental SealedSession session,
        @Incidental Grant grant)
        implements SessionRecord {

    public AccountSessionOpened {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
    }

    @Override
    public AccountSessionOpened with(Envelope envelope, SealedSession session, Grant grant) {
        return new AccountSessionOpened(envelope, accountId, region, workloadNamePrefix, session, grant);
    }

    @Override
    public String subject() {
        return accountId + "/" + region;
    }

    @Override
    public String key() {
        return accountId.value();
    }
}
