package io.sharewell.simulator.server;

import io.sharewell.simulator.protocol.Reply;
import java.time.Duration;

/**
 * What is to happen on the connection.
 *
 * @param reply null if none is to be sent
 * @param delay besides the latency of every call
 */
record Outcome(Ending ending, Reply reply, Duration delay) {

    enum Ending {
        ANSWER,
        TRUNCATE,
        DROP,
        HANG
    }
}
