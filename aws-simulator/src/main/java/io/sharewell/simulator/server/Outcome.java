package io.sharewell.simulator.server;

import io.sharewell.simulator.protocol.Reply;

/**
 * What is to happen on the connection.
 *
 * @param reply null if none is to be sent
 * @param delayMillis before anything happens: the call's latency, and a fault's delay
 * @param overMillis how long the answer takes from its first bit to its last
 */
record Outcome(Ending ending, Reply reply, long delayMillis, long overMillis) {

    enum Ending {
        ANSWER,
        /** The answer, bit by bit. */
        TRICKLE,
        TRUNCATE,
        DROP,
        HANG
    }
}
