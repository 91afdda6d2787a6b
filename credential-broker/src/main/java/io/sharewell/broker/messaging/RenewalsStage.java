package io.sharewell.broker.messaging;

import io.sharewell.broker.domain.Renewal;
import io.sharewell.broker.domain.Renewal.Ended;
import io.sharewell.broker.domain.Renewal.NotHonoured;
import io.sharewell.broker.domain.Renewal.Renewed;
import io.sharewell.broker.domain.Renewal.TryLater;
import io.sharewell.broker.domain.SessionRenewer;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.SessionExpired;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.Handled;
import io.sharewell.messaging.Stage;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Gives records another session and sends them back where they came from. */
@Singleton
class RenewalsStage implements Stage {

    private static final Logger LOG = Logger.getLogger(RenewalsStage.class);

    private final SessionRenewer renewer;
    private final StageSettings settings;
    private final Multi<Message<byte[]>> incoming;

    RenewalsStage(
            SessionRenewer renewer,
            StageSettings settings,
            @Channel(AccountsStage.MODULE + "-renewals-in") Multi<Message<byte[]>> incoming) {
        this.renewer = renewer;
        this.settings = settings;
        this.incoming = incoming;
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) {
        SessionExpired expired = (SessionExpired) record;
        try {
            return handled(expired, renewer.renew(expired));
        } catch (HeldUpException e) {
            return Handled.heldUp(expired, e);
        }
    }

    private static Handled handled(SessionExpired expired, Renewal renewal) {
        return switch (renewal) {
            case Renewed it -> {
                LOG.debugf(
                        "subject=%s renewed session=%s",
                        expired.subject(), it.record().session().sessionId());
                yield Handled.done(it.record());
            }
            case Ended it -> {
                LOG.infof(
                        "subject=%s not renewed reason=%s detail=%s",
                        expired.subject(), it.problem().reason(), it.problem().detail());
                yield Handled.done(it.outcome());
            }
            // A dead letter, which is logged where it is made
            case NotHonoured it -> new Handled.GiveUp(expired, it.problem());
            case TryLater it -> new Handled.TryAgain(expired, it.cause());
        };
    }

    @Override
    public String module() {
        return AccountsStage.MODULE;
    }

    @Override
    public String group() {
        return "credential-broker-renewals";
    }

    @Override
    public Topic source() {
        return Topic.SESSION_RENEWALS;
    }

    @Override
    public Set<Topic> sinks() {
        return Set.of(Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS);
    }

    @Override
    public int concurrency() {
        return settings.renewals();
    }

    @Override
    public Multi<Message<byte[]>> incoming() {
        return incoming;
    }
}
