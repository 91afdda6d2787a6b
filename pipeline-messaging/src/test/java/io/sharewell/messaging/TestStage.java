package io.sharewell.messaging;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

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
    private final Map<String, Work> work = new ConcurrentHashMap<>();

    TestStage(@Channel("test-stage-in") Multi<Message<byte[]>> incoming) {
        this.incoming = incoming;
    }

    void on(String sweepId, Work work) {
        this.work.put(sweepId, work);
    }

    @Override
    public Handled handle(WorkRecord record, Instant saidAt) throws Exception {
        AccountSessionOpened unit = (AccountSessionOpened) record;
        return work.getOrDefault(unit.envelope().sweepId(), it -> Handled.done(Samples.scanned(it)))
                .on(unit);
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
}
