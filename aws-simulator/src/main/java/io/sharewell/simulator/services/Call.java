package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sharewell.simulator.cloud.Account;
import io.sharewell.simulator.cloud.Identity;
import io.sharewell.simulator.model.OperationModel;
import java.time.Instant;

/**
 * One call of an operation.
 *
 * @param input as the model has it: checked, and with nothing else in it
 * @param now by the simulator's clock
 * @param emptyPages told when an empty page with a token is given
 */
public record Call(
        OperationModel operation, String region, Identity caller, ObjectNode input, Instant now, Runnable emptyPages) {

    public Account account() {
        return caller.account();
    }

    /** A text member, or null. */
    String text(String member) {
        return input.path(member).textValue();
    }

    int number(String member, int otherwise) {
        return input.path(member).asInt(otherwise);
    }
}
