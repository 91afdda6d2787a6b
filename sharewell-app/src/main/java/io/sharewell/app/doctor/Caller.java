package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.time.Duration;
import java.util.Optional;

/**
 * Who we are, as AWS says.
 *
 * @param ahead how far this machine's clock is ahead of AWS's; negative if it is behind
 */
record Caller(AccountId account, String arn, Optional<Duration> ahead) {

    boolean isRootUser() {
        return arn.endsWith(":root");
    }
}
