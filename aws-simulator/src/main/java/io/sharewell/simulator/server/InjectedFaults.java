package io.sharewell.simulator.server;

import io.sharewell.simulator.protocol.AwsException;
import io.sharewell.simulator.trouble.FaultRule;

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

    static AwsException error(FaultRule fault) {
        var code = fault.code() == null ? "InternalFailure" : fault.code();
        var message = fault.message() == null ? "A fault was injected here." : fault.message();
        if (fault.status() == null && fault.code() != null) {
            return AwsException.modelled(code, message);
        }
        return AwsException.undeclared(code, fault.status() == null ? 500 : fault.status(), message);
    }
}
