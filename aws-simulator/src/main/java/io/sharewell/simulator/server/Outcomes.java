package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.Reply;
import io.sharewell.simulator.protocol.Wire;
import io.sharewell.simulator.server.Outcome.Ending;

/** What goes back over the wire, and how: the answer or the error, unless a fault has it otherwise. */
final class Outcomes {

    private final Simulation simulation;

    Outcomes(Simulation simulation) {
        this.simulation = simulation;
    }

    /** The service that a request means which does not say so. */
    ServiceModel likely(Exchange exchange) {
        return Unsigned.service(exchange.request, simulation.models());
    }

    /** @param output null if the call has none, or came to nothing */
    Outcome of(Exchange exchange, ObjectNode output) {
        long latency = simulation.world().latencies().nextMillis(exchange.operation());
        if (exchange.fault == null) {
            return new Outcome(Ending.ANSWER, reply(exchange, output), latency, 0);
        }
        long delay = exchange.fault.delayMillis();
        return switch (exchange.fault.rule().kind()) {
            case HANG -> new Outcome(Ending.HANG, null, latency, 0);
            case DROP_BEFORE, DROP_AFTER -> new Outcome(Ending.DROP, null, latency + delay, 0);
            case TRUNCATE -> new Outcome(Ending.TRUNCATE, reply(exchange, output), latency + delay, 0);
            case TRICKLE -> new Outcome(Ending.TRICKLE, reply(exchange, output), latency, delay);
            case ERROR, ERROR_AFTER, DELAY -> new Outcome(Ending.ANSWER, reply(exchange, output), latency + delay, 0);
        };
    }

    private Reply reply(Exchange exchange, ObjectNode output) {
        if (exchange.service == null) {
            var likely = likely(exchange);
            return Wire.of(likely.protocol()).error(likely, exchange.error, exchange.requestId);
        }
        var raw = InjectedFaults.reply(exchange);
        if (raw != null) {
            return raw;
        }
        var wire = Wire.of(exchange.service.protocol());
        return exchange.error != null
                ? wire.error(exchange.service, exchange.error, exchange.requestId)
                : wire.answer(exchange.service, exchange.routed.operation(), output, exchange.requestId);
    }
}
