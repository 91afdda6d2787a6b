package io.sharewell.messaging;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** A stage that does with the records of a sweep what the sweep's test says. */
@Singleton
class TestStage implements Stage {

    static final String MODULE = "test-stage";
    static final int CONCURRENCY = 32;

    /** What a test does with a record. */
    @FunctionalInterface
    interface Work {
        Handled on(AccountSessionOpened unit) throws Exception;
    }

    private final Multi<Message<byte[]>> incoming;
    private final MutinyEmitter<byte[]> outgoing;
    private final Map<String, Work> work = new ConcurrentHashMap<>();
    private volatile CompletableFuture<Void> confirmation = CompletableFuture.completedFuture(null);

    TestStage(
            @Channel("test-stage-in") Multi<Message<byte[]>> incoming,
            @Channel("test-stage-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> outgoing) {
        this.incoming = incoming;
        this.outgoing = new TestChannel() {
            @Override
            public <M extends Message<? extends byte[]>> Uni<Void> sendMessage(M message) {
                return outgoing.sendMessage(message)
                        .chain(() -> Uni.createFrom().completionStage(confirmation));
            }
        };
    }

    void on(String sweepId, Work work) {
        this.work.put(sweepId, work);
    }

    /** Nothing that is published counts as confirmed until the future is complete. */
    void confirmsWith(CompletableFuture<Void> confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) throws Exception {
        AccountSessionOpened unit = (AccountSessionOpened) record;
        return work.getOrDefault(unit.envelope().sweepId(), it -> Handled.done(Samples.scanned(it)))
                .on(unit);
    }

    @Override
    public Handled handle(WorkRecord record) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Topic source() {
        return Topic.ACCOUNT_SESSIONS;
    }

    @Override
    public Set<Topic> sinks() {
        return Set.of(Topic.WORKLOADS_FOUND, Topic.SHARE_RESULTS, Topic.SESSION_RENEWALS);
    }

    @Override
    public int concurrency() {
        return CONCURRENCY;
    }

    @Override
    public Multi<Message<byte[]>> incoming() {
        return incoming;
    }

    @Override
    public MutinyEmitter<byte[]> outgoing() {
        return outgoing;
    }
}
