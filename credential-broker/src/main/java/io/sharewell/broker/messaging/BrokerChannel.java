package io.sharewell.broker.messaging;

import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The one way out of this module, for both stages. */
@Singleton
class BrokerChannel {

    static final String MODULE = "credential-broker";

    private final MutinyEmitter<byte[]> emitter;

    // An account gives a score of records at once; what waits is bounded by the stages' concurrency
    BrokerChannel(
            @Channel(MODULE + "-out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    MutinyEmitter<byte[]> emitter() {
        return emitter;
    }
}
