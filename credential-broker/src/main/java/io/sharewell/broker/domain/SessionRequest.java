package io.sharewell.broker.domain;

import io.sharewell.seal.SealContext;
import java.util.Objects;

/**
 * A session that is wanted.
 *
 * @param context what it is for, and in which account
 * @param partition the account's, such as {@code aws}
 */
public record SessionRequest(SealContext context, String partition) {

    public SessionRequest {
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(partition, "partition");
    }
}
