package io.sharewell.simulator.trouble;

import io.sharewell.simulator.protocol.AwsException;

/** "Too many requests" in each service's words. */
public final class Throttling {

    private static final String RATE_EXCEEDED = "Rate exceeded";

    private Throttling() {}

    public static AwsException of(String service) {
        return switch (service) {
            case "organizations" ->
                AwsException.modelled(
                                "TooManyRequestsException",
                                "You have sent too many requests in too short a period of time. The quota helps protect"
                                        + " against denial-of-service attacks. Try again later.")
                        .with("Type", "ACCOUNT");
            case "account" -> AwsException.modelled("TooManyRequestsException", RATE_EXCEEDED);
            case "wellarchitected" -> AwsException.modelled("ThrottlingException", RATE_EXCEEDED);
            case "sts" -> AwsException.undeclared("Throttling", 400, RATE_EXCEEDED);
            default -> AwsException.undeclared("ThrottlingException", 400, RATE_EXCEEDED);
        };
    }
}
