package io.sharewell.broker.messaging;

import io.sharewell.broker.domain.AccountOpener;
import io.sharewell.broker.domain.Opening;
import io.sharewell.broker.domain.Opening.Blocked;
import io.sharewell.broker.domain.Opening.Opened;
import io.sharewell.broker.domain.Opening.TryLater;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.Handled;
import io.sharewell.messaging.Stage;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Opens the accounts that are to be processed. */
@Singleton
class AccountsStage implements Stage {

    static final String MODULE = "credential-broker";

    private final AccountOpener opener;
    private final AccountLog log;
    private final StageSettings settings;
    private final Multi<Message<byte[]>> incoming;

    AccountsStage(
            AccountOpener opener,
            AccountLog log,
            StageSettings settings,
            @Channel(MODULE + "-in") Multi<Message<byte[]>> incoming) {
        this.opener = opener;
        this.log = log;
        this.settings = settings;
        this.incoming = incoming;
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) {
        AccountDiscovered account = (AccountDiscovered) record;
        if (!settings.purposes().contains(account.envelope().purpose())) {
            return new Handled.Done(List.of());
        }
        try {
            Opening opening = opener.open(account);
            log.tell(account, opening);
            return switch (opening) {
                case Opened it -> new Handled.Done(it.events());
                case Blocked it -> Handled.done(it.account());
                case TryLater it -> new Handled.TryAgain(account, it.cause());
            };
        } catch (HeldUpException e) {
            return Handled.heldUp(account, e);
        }
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Topic source() {
        return Topic.ACCOUNTS;
    }

    @Override
    public Set<Topic> sinks() {
        return Set.of(Topic.ACCOUNT_SESSIONS, Topic.SHARE_RESULTS);
    }

    @Override
    public int concurrency() {
        return settings.accounts();
    }

    @Override
    public Multi<Message<byte[]>> incoming() {
        return incoming;
    }
}
