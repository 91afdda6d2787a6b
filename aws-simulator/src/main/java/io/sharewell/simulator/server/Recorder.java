package io.sharewell.simulator.server;

import io.sharewell.simulator.record.CallRecord;

/** Writes down what came of a request. */
final class Recorder {

    private final Simulation simulation;

    Recorder(Simulation simulation) {
        this.simulation = simulation;
    }

    void record(Exchange exchange, Outcome outcome) {
        var operation = exchange.routed == null ? null : exchange.routed.operation();
        var error =
                switch (outcome.ending()) {
                    case HANG -> "Hung";
                    case DROP -> "Dropped";
                    case ANSWER, TRICKLE, TRUNCATE -> exchange.error == null ? null : exchange.error.code();
                };
        var caller = exchange.caller;
        var accountId = caller == null ? null : caller.account().id();
        if (operation != null) {
            simulation.counters().count(operation.qualifiedName(), accountId, error);
        }
        simulation
                .journal()
                .add(new CallRecord(
                        simulation.clock().instant(),
                        exchange.service == null ? null : exchange.service.name(),
                        operation == null ? null : operation.name(),
                        accountId,
                        caller == null ? null : caller.arn(),
                        exchange.signed == null ? null : exchange.region(),
                        outcome.reply() == null ? null : outcome.reply().status(),
                        error,
                        exchange.requestId,
                        exchange.fault == null ? null : exchange.fault.rule().id(),
                        Interest.in(exchange.input)));
    }
}
