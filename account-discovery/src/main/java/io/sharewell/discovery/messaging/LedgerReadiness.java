package io.sharewell.discovery.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Questions are answered once the ledger has what was on the topic at start. */
@Readiness
@ApplicationScoped
class LedgerReadiness implements HealthCheck {

    private final LedgerFeed feed;

    LedgerReadiness(LedgerFeed feed) {
        this.feed = feed;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger").status(feed.hasCaughtUp()).build();
    }
}
