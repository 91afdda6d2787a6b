package io.sharewell.simulator.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.model.Modelled;
import io.sharewell.simulator.model.Validator;
import io.sharewell.simulator.organization.Behaviours.AuthenticationStatus;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.CommonError;
import io.sharewell.simulator.protocol.HttpMessage;
import io.sharewell.simulator.protocol.Wire;
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
    private final Outcomes outcomes;
    private final Recorder recorder;

    Pipeline(Simulation simulation) {
        this.simulation = simulation;
        this.outcomes = new Outcomes(simulation);
        this.recorder = new Recorder(simulation);
        this.authentication = new Authentication(new SignatureVerifier(Clock.systemUTC()));
    }

    Outcome process(HttpMessage request) {
        var exchange = new Exchange(request, newRequestId());
        var outcome = outcomeOf(exchange);
        recorder.record(exchange, outcome);
        return outcome;
    }

    /** Answers a request of which only the beginning was read. */
    Outcome refuseTooLarge(HttpMessage beginning) {
        var exchange = new Exchange(beginning, newRequestId());
        exchange.service = outcomes.likely(exchange);
        exchange.error =
                AwsException.undeclared("RequestEntityTooLargeException", 413, "The request entity is too large.");
        var outcome = outcomes.of(exchange, null);
        recorder.record(exchange, outcome);
        return outcome;
    }

    private Outcome outcomeOf(Exchange exchange) {
        try {
            return outcomes.of(exchange, answer(exchange));
        } catch (AwsException e) {
            exchange.error = exchange.caller == null ? unauthenticated(exchange, e) : e;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the simulator failed on request " + exchange.requestId, e);
            exchange.error = AwsException.undeclared("InternalFailure", 500, "The simulator failed: " + e);
        }
        return outcomes.of(exchange, null);
    }

    private AwsException unauthenticated(Exchange exchange, AwsException e) {
        var service = exchange.service == null ? outcomes.likely(exchange) : exchange.service;
        var status = simulation.world().file().behaviours().authenticationStatus();
        return status == AuthenticationStatus.BAD_REQUEST && service.name().equals("wellarchitected")
                ? AwsException.undeclared(e.code(), 400, e.getMessage())
                : e;
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
        return InjectedFaults.error(exchange.fault.rule(), exchange.service);
    }

    private void identifyService(Exchange exchange) {
        if (!PercentEncoding.isValid(exchange.request.path()) || !PercentEncoding.isValid(exchange.request.query())) {
            throw AwsException.undeclared(
                    "MalformedQueryString", 400, "The request's path or query string is malformed.");
        }
        try {
            exchange.signed = Signed.of(exchange.request);
        } catch (SignatureProblem e) {
            throw e.error().in(outcomes.likely(exchange).protocol(), e.getMessage());
        }
        if (exchange.signed == null) {
            throw CommonError.MISSING_TOKEN.in(outcomes.likely(exchange).protocol(), "Missing Authentication Token");
        }
        exchange.service = simulation.models().service(exchange.signed.scope().service());
        if (exchange.service == null) {
            throw CommonError.BAD_SIGNATURE.in(
                    outcomes.likely(exchange).protocol(),
                    "Credential should be scoped to correct service. This simulator has no service named '"
                            + exchange.signed.scope().service() + "'.");
        }
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
        // What no model knows has no effect, and the order in which members came does not matter.
        var input = Modelled.of(operation.input(), exchange.input);
        var handler = world.handlers().find(operation.qualifiedName());
        var name = operation.qualifiedName();
        return handler.handle(new Call(
                operation, region, exchange.caller, input, simulation.clock().instant(), () -> simulation
                        .counters()
                        .countEmptyPage(name)));
    }
}
