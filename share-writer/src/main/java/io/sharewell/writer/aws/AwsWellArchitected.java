package io.sharewell.writer.aws;

import io.sharewell.aws.AwsClients;
import io.sharewell.aws.BudgetedCalls;
import io.sharewell.aws.CallSite;
import io.sharewell.aws.RateLimiter;
import io.sharewell.aws.RegionalClients;
import io.sharewell.aws.RequestCredentials;
import io.sharewell.events.InvitationFound;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.SessionRecord;
import io.sharewell.events.WorkloadFound;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.OpenedSessions;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.writer.WriterSettings;
import io.sharewell.writer.domain.Answer;
import io.sharewell.writer.domain.ShareInvitations;
import io.sharewell.writer.domain.WellArchitected;
import io.sharewell.writer.domain.WorkloadShares;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.wellarchitected.WellArchitectedClient;

/** Opens a record's session and works with it; the clients, one per Region, are shared by all records. */
@Singleton
class AwsWellArchitected implements WellArchitected {

    private static final Logger LOG = Logger.getLogger(AwsWellArchitected.class);

    private final WriterSettings settings;
    private final Clock clock;
    private final OpenedSessions sessions;
    private final RegionalClients<WellArchitectedClient> clients;
    private final RateLimiter<CallSite> turns;

    AwsWellArchitected(WriterSettings settings, AwsClients clients, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        SessionSeal seal = SessionSeal.from(settings.sealKeyset().orElseThrow(), "share-writer.seal-keyset");
        seal.warnings().forEach(LOG::warn);
        this.sessions = new OpenedSessions(seal, clock);
        this.clients = clients.regional(
                () -> WellArchitectedClient.builder().credentialsProvider(RequestCredentials.required()));
        this.turns =
                new RateLimiter<>(settings.rate().perSecond(), settings.rate().burst());
    }

    @Override
    public Answer<WorkloadShares> sharesOf(WorkloadFound found) {
        return opened(found, session -> new AwsWorkloadShares(clients.in(found.region()), session, calls(), found));
    }

    @Override
    public Answer<ShareInvitations> invitationsOf(InvitationFound found) {
        return opened(found, session -> new AwsShareInvitations(clients.in(found.region()), session, calls(), found));
    }

    private <T> Answer<T> opened(SessionRecord record, Function<AwsRequestOverrideConfiguration, T> with) {
        try {
            SessionCredentials session = sessions.of(record);
            return new Answer.Given<>(with.apply(RequestCredentials.of(
                    session.accessKeyId(),
                    session.secretAccessKey().value(),
                    session.sessionToken().value())));
        } catch (BrokenSealException e) {
            return new Answer.Refused<>(Problem.of(Reason.SEAL_BROKEN, e.getMessage()));
        }
    }

    private RecordCalls calls() {
        return new RecordCalls(new BudgetedCalls(turns, settings.rate().longestWait(), clock, settings.unitBudget()));
    }
}
