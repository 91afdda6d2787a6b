package io.sharewell.broker.domain;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sharewell.events.SealedSession;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionSeal;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Which Regions each account has: asked once per account and sweep, whatever the answer, and kept. */
public final class KnownRegions {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MOST_ACCOUNTS = 20_000;

    private final AccountRegions regions;
    private final SessionSeal seal;
    private final Cache<SealContext, RegionKnowledge> known;
    private final SingleFlight<SealContext, RegionKnowledge> flights = new SingleFlight<>();

    public KnownRegions(AccountRegions regions, SessionSeal seal, Clock clock) {
        this.regions = regions;
        this.seal = seal;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_ACCOUNTS)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    RegionKnowledge of(SessionRequest request, SealedSession session) {
        RegionKnowledge kept = known.getIfPresent(request.context());
        return kept != null ? kept : flights.join(request.context(), () -> keptOrAsked(request, session));
    }

    private RegionKnowledge keptOrAsked(SessionRequest request, SealedSession session) {
        RegionKnowledge kept = known.getIfPresent(request.context());
        if (kept != null) {
            return kept;
        }
        RegionKnowledge asked = ask(request, session);
        known.put(request.context(), asked);
        return asked;
    }

    private RegionKnowledge ask(SessionRequest request, SealedSession session) {
        try {
            return regions.of(seal.open(session, request.context()), request.partition());
        } catch (BrokenSealException e) {
            throw new IllegalStateException("A session sealed here cannot be opened here", e);
        }
    }
}
