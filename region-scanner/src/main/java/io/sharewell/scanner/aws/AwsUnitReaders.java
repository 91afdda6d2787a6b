package io.sharewell.scanner.aws;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RegionalClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.scanner.ScannerSettings;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.UnitReader;
import io.sharewell.scanner.domain.UnitReaders;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.OpenedSessions;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Opens a unit's session and reads with it; the clients, one per Region, are shared by all units. */
@Singleton
class AwsUnitReaders implements UnitReaders {

    private static final Logger LOG = Logger.getLogger(AwsUnitReaders.class);

    private final ScannerSettings settings;
    private final Clock clock;
    private final OpenedSessions sessions;
    private final RegionalClients<WellArchitectedClient> clients;
    private final RateLimiter<CallSite> turns;

    AwsUnitReaders(ScannerSettings settings, AwsClients clients, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        SessionSeal seal = SessionSeal.from(settings.sealKeyset().orElseThrow(), "region-scanner.seal-keyset");
        seal.warnings().forEach(LOG::warn);
        this.sessions = new OpenedSessions(seal, clock);
        this.clients = clients.regional(
                () -> WellArchitectedClient.builder().credentialsProvider(RequestCredentials.required()));
        this.turns =
                new RateLimiter<>(settings.rate().perSecond(), settings.rate().burst());
    }

    @Override
    public Answer<UnitReader> open(AccountSessionOpened unit) {
        try {
            SessionCredentials session = sessions.of(unit);
            var credentials = RequestCredentials.of(
                    session.accessKeyId(),
                    session.secretAccessKey().value(),
                    session.sessionToken().value());
            return new Answer.Given<>(new AwsUnitReader(clients.in(unit.region()), credentials, calls(), unit));
        } catch (BrokenSealException e) {
            return new Answer.Refused<>(Problem.of(Reason.SEAL_BROKEN, e.getMessage()));
        }
    }

    private BudgetedCalls calls() {
        return new BudgetedCalls(turns, settings.rate().longestWait(), clock, settings.unitBudget());
    }
}
