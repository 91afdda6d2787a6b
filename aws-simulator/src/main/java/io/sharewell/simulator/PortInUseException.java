package io.sharewell.simulator;

/** Another process has the port. */
public final class PortInUseException extends RuntimeException {

    PortInUseException(String host, int port) {
        super("Port " + port + " of " + host + " is in use: stop the process that has it, or choose another port"
                + " (--port, --admin-port; 0 takes any free one)");
    }
}
