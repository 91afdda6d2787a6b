package io.sharewell.broker.domain;

import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.seal.Grants;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.threeten.extra.MutableClock;

/** The domain put together, with everything outside it in memory. */
public final class Broker {

    static final AccountId ACCOUNT = AccountId.of("444455556666");
    static final Envelope ENVELOPE = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
    static final SealContext CONTEXT = SealContext.of(ENVELOPE, ACCOUNT);
    static final SessionRequest REQUEST = new SessionRequest(CONTEXT, "aws");

    final MutableClock clock = MutableClock.of(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    public final FakeRoles roles = new FakeRoles(clock);
    final FakeDirectory directory = new FakeDirectory();
    final List<SessionCredentials> askedForRegions = new ArrayList<>();
    final SessionSeal seal;
    final Grants grants;
    final AccountSessions sessions;
    public final SessionRenewer renewer;
    RegionKnowledge knowledge = new RegionKnowledge.Known(Map.of());
    private final KnownRegions knownRegions;

    public Broker(Path folder) {
        Keysets.createSealKeyset(folder.resolve("seal.json"));
        Keysets.createGrantKeyset(folder.resolve("grant.json"));
        seal = SessionSeal.from(folder.resolve("seal.json"));
        grants = Grants.from(folder.resolve("grant.json"));
        sessions = new AccountSessions(roles, seal, grants, clock);
        renewer = new SessionRenewer(sessions, grants, directory, Duration.ofHours(1), clock);
        knownRegions = new KnownRegions(
                (session, _) -> {
                    askedForRegions.add(session);
                    return knowledge;
                },
                seal,
                clock);
    }

    public AccountOpener opener(Region... configured) {
        return new AccountOpener(
                sessions, new RegionSelection(List.of(configured), directory), knownRegions, directory);
    }

    public static AccountDiscovered account(Region... regions) {
        return account(ENVELOPE, regions);
    }

    static AccountDiscovered account(Envelope envelope, Region... regions) {
        return new AccountDiscovered(
                envelope,
                ACCOUNT,
                "Payments",
                "Root/Prod",
                "aws",
                List.of(regions),
                null,
                null,
                AccountDiscovered.Cause.REQUEST);
    }

    AccountSession live() {
        return ((Access.Open) sessions.opened(REQUEST)).session();
    }

    /** A unit as the broker publishes it. */
    public AccountSessionOpened unit() {
        AccountSession session = live();
        return new AccountSessionOpened(
                ENVELOPE, ACCOUNT, FakeDirectory.IRELAND, null, session.session(), session.grant());
    }
}
