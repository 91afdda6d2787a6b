package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.model.Validator;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Reply;
import io.sharewell.simulator.protocol.Wire;
import io.sharewell.simulator.server.Outcome.Ending;
import io.sharewell.simulator.services.Call;
import io.sharewell.simulator.signature.SignatureProblem;
import io.sharewell.simulator.signature.SignatureVerifier;
import io.sharewell.simulator.signature.Signed;
import io.sharewell.simulator.trouble.FaultRule.Kind;
import io.sharewell.simulator.trouble.Throttling;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes a request through all that AWS does with one, in AWS's order. */
final class Pipeline {

    private static final System.Logger LOG = System.getLogger(Pipeline.class.getName());

    private final Simulation simulation;
    private final Authentication authentication;
    private final Recorder recorder;

    Pipeline(Simulation simulation) {
        this.simulation = simulation;
        this.recorder = new Recorder(simulation);
        this.authentication = new Authentication(new SignatureVerifier(Clock.systemUTC()));
    }

    Outcome process(HttpMessage request) {
        var exchange = new Exchange(request, newRequestId());
        var outcome = outcomeOf(exchange);
        recorder.record(exchange, outcome);
        return outcome;
    }

    private Outcome outcomeOf(Exchange exchange) {
        try {
            return outcome(exchange, answer(exchange));
        } catch (AwsException e) {
            exchange.error = e;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the simulator failed on request " + exchange.requestId, e);
            exchange.error = AwsException.undeclared("InternalFailure", 500, "The simulator failed: " + e);
        }
        return outcome(exchange, null);
    }

    private static String newRequestId() {
        var random = ThreadLocalRandom.current();
        return new UUID(
                        random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
                        random.nextLong() & 0x3fffffffffffffffL | Long.MIN_VALUE)
                .toString();
    }

    /** Null if a fault keeps the call from having an effect. */
    private ObjectNode answer(Exchange exchange) {
        identifyService(exchange);
        var wire = Wire.of(exchange.service.protocol());
        AwsException unknownOperation = null;
        try {
            exchange.routed = wire.route(exchange.service, exchange.request);
        } catch (AwsException e) {
            unknownOperation = e;
        }
        exchange.caller = authentication.authenticate(
                exchange.request,
                exchange.signed,
                exchange.service,
                simulation.world().cloud());
        if (unknownOperation != null) {
            throw unknownOperation;
        }
        exchange.input = wire.read(exchange.service, exchange.routed, exchange.request);
        exchange.fault = simulation
                .faults()
                .strike(InjectedFaults.target(exchange), simulation.clock().instant());
        if (exchange.struckBy(Kind.HANG) || exchange.struckBy(Kind.DROP_BEFORE)) {
            return null;
        }
        if (exchange.struckBy(Kind.ERROR)) {
            throw injected(exchange);
        }
        var output = admitted(exchange);
        if (exchange.struckBy(Kind.ERROR_AFTER)) {
            throw injected(exchange);
        }
        return output;
    }

    private static AwsException injected(Exchange exchange) {
        exchange.errorInjected = true;
        return InjectedFaults.error(exchange.fault.rule());
    }

    private void identifyService(Exchange exchange) {
        if (!PercentEncoding.isValid(exchange.request.path()) || !PercentEncoding.isValid(exchange.request.query())) {
            throw AwsException.undeclared(
                    "MalformedQueryString", 400, "The request's path or query string is malformed.");
        }
        try {
            exchange.signed = Signed.of(exchange.request);
        } catch (SignatureProblem e) {
            throw e.error().in(likely(exchange).protocol(), e.getMessage());
        }
        if (exchange.signed == null) {
            throw CommonError.MISSING_TOKEN.in(likely(exchange).protocol(), "Missing Authentication Token");
        }
        exchange.service = simulation.models().service(exchange.signed.scope().service());
        if (exchange.service == null) {
            throw CommonError.BAD_SIGNATURE.in(
                    likely(exchange).protocol(),
                    "Credential should be scoped to correct service. This simulator has no service named '"
                            + exchange.signed.scope().service() + "'.");
        }
    }

    private ServiceModel likely(Exchange exchange) {
        return Unsigned.service(exchange.request, simulation.models());
    }

    private ObjectNode admitted(Exchange exchange) {
        var world = simulation.world();
        var operation = exchange.routed.operation();
        var region = exchange.region();
        var account = exchange.caller.account().id();
        if (!world.limiter()
                .admit(operation, account, region, simulation.clock().millis())) {
            throw Throttling.of(operation.service());
        }
        var violations = Validator.check(operation.input(), exchange.input);
        if (!violations.isEmpty()) {
            throw Refusals.of(operation, violations);
        }
        var handler = world.handlers().find(operation.qualifiedName());
        var name = operation.qualifiedName();
        return handler.handle(new Call(
                operation,
                region,
                exchange.caller,
                exchange.input,
                simulation.clock().instant(),
                () -> simulation.counters().countEmptyPage(name)));
    }

    private Outcome outcome(Exchange exchange, ObjectNode output) {
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
