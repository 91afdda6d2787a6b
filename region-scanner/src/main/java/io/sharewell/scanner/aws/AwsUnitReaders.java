package io.sharewell.scanner.aws;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RegionalClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Problem;
import io.sharewell.scanner.ScannerSettings;
import io.sharewell.scanner.domain.Answer;
import io.sharewell.scanner.domain.UnitReader;
import io.sharewell.scanner.domain.UnitReaders;
import io.sharewell.seal.OpenedSessions;
import io.sharewell.seal.SessionSeal;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Opens a unit's session and reads with it; the clients, one per Region, are shared by all units. */
@Singleton
class AwsUnitReaders implements UnitReaders {

    private static final Logger LOG = Logger.getLogger(AwsUnitReaders.class);

    private final ScannerSettings settings;
    private final Clock clock;
    private final UnitCredentials credentials;
    private final RegionalClients<WellArchitectedClient> clients;
    private final RateLimiter<CallSite> turns;

    AwsUnitReaders(ScannerSettings settings, AwsClients clients, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        SessionSeal seal = SessionSeal.from(settings.sealKeyset().orElseThrow(), "region-scanner.seal-keyset");
        seal.warnings().forEach(LOG::warn);
        this.credentials = new UnitCredentials(new OpenedSessions(seal, clock));
        this.clients = clients.regional(region -> clients.client(
                WellArchitectedClient.builder().credentialsProvider(RequestCredentials.required()), region));
        this.turns =
                new RateLimiter<>(settings.rate().perSecond(), settings.rate().burst());
    }

    @Override
    public Answer<UnitReader> open(AccountSessionOpened unit) {
        return switch (credentials.of(unit)) {
            case Answer.Refused<AwsRequestOverrideConfiguration>(Problem problem) -> new Answer.Refused<>(problem);
            case Answer.Given<AwsRequestOverrideConfiguration>(AwsRequestOverrideConfiguration session) ->
                new Answer.Given<>(new AwsUnitReader(clients.in(unit.region()), session, calls(), unit));
        };
    }

    private UnitCalls calls() {
        return new UnitCalls(new BudgetedCalls(turns, settings.rate().longestWait(), clock, settings.unitBudget()));
    }
}
