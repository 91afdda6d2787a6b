package io.sharewell.simulator.services;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What an operation does. */
@FunctionalInterface
public interface Handler {

    /**
     * Does it.
     *
     * @throws io.sharewell.simulator.protocol.AwsException for every answer that is not a success
     */
    ObjectNode handle(Call call);
}
