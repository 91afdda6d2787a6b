package io.sharewell.simulator.server;

import io.sharewell.simulator.model.ServiceModel;
import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.protocol.Reply;
import io.sharewell.simulator.trouble.FaultErrors;
import io.sharewell.simulator.trouble.FaultRule;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Between a request and the faults that were set. */
final class InjectedFaults {

    private InjectedFaults() {}

    /** Whom a fault may mean; an AssumeRole is about the role's account, not the caller's. */
    static FaultRule.Target target(Exchange exchange) {
        var operation = exchange.routed.operation();
        var account = exchange.caller.account().id();
        var roleArn = exchange.input.path("RoleArn").asText("").split(":");
        if (operation.name().equals("AssumeRole") && roleArn.length > 4) {
            account = roleArn[4];
        }
        return new FaultRule.Target(operation.service(), operation.name(), account, exchange.region());
    }

    /** The error of a fault; for one with a body of its own the code only stands in the records. */
    static AwsException error(FaultRule fault, ServiceModel service) {
        if (fault.body() != null) {
            return AwsException.undeclared("HTTP " + fault.status(), fault.status(), fault.body());
        }
        var code = fault.code() == null ? "InternalFailure" : fault.code();
        var message = fault.message() == null ? "A fault was injected here." : fault.message();
        return fault.status() == null
                ? FaultErrors.of(service, code, message)
                : AwsException.undeclared(code, fault.status(), message);
    }

    /** What something in front of a service answers, which knows neither protocols nor request ids; null: AWS's error. */
    static Reply reply(Exchange exchange) {
        var body = exchange.errorInjected ? exchange.fault.rule().body() : null;
        if (body == null) {
            return null;
        }
        var type = body.stripLeading().startsWith("<") ? "text/html" : "text/plain";
        return new Reply(
                exchange.fault.rule().status(), Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8));
    }
}
