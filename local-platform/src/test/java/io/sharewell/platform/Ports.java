package io.sharewell.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that are taken, or were a moment ago. */
final class Ports {

    private Ports() {}

    static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    static int free() throws IOException {
        try (var socket = taken()) {
            return socket.getLocalPort();
        }
    }
}
