package io.sharewell.benchmark.micro;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.SealedSession;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records and credentials of the size they have. */
final class Samples {

    static final Envelope ENVELOPE = Envelope.of("20261122T052232Z-d20446aa", Purpose.SHARE, Mode.APPLY);
    static final AccountId ACCOUNT = AccountId.of("444444444444");
    static final Region REGION = Region.of("eu-central-1");
    static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    static final SealContext CONTEXT = SealContext.of(ENVELOPE, ACCOUNT);
    // AWS's session tokens have about so many characters
    static final SessionCredentials CREDENTIALS = new SessionCredentials(
            ACCOUNT, "ASIAIOSFODNN7EXAMPLE", new Secret("s".repeat(40)), new Secret("t".repeat(900)));

    private Samples() {}

    static SessionSeal seal() {
        try {
            Path keyset = Files.createTempDirectory("keyset").resolve("seal.json");
            Keysets.createSealKeyset(keyset);
            return SessionSeal.from(keyset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SealedSession sealed(SessionSeal seal) {
        return seal.seal(CREDENTIALS, CONTEXT, NOW.plusSeconds(3600));
    }

    static Grant grant() {
        return new Grant("m".repeat(50), NOW.plusSeconds(7 * 86_400));
    }

    static AccountSessionOpened unit() {
        return new AccountSessionOpened(ENVELOPE, ACCOUNT, REGION, null, sealed(seal()), grant());
    }

    static WorkloadFound workloadFound() {
        return new WorkloadFound(ENVELOPE, ACCOUNT, REGION, workload(), sealed(seal()), grant());
    }

    static ShareResult.RegionScanned scanned(AccountId account, Region region) {
        return new ShareResult.RegionScanned(ENVELOPE, account, region, List.of());
    }

    static Workload workload() {
        String id = "0123456789abcdef0123456789abcdef";
        return new Workload(
                id,
                "arn:aws:wellarchitected:eu-central-1:444444444444:workload/" + id,
                "Payments",
                Map.of("HIGH", 3, "MEDIUM", 7, "UNANSWERED", 40),
                "NOT_APPLICABLE",
                List.of("wellarchitected", "serverless"),
                NOW);
    }
}
