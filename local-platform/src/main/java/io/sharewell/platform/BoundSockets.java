package io.sharewell.platform;

import io.sharewell.platform.EmbeddedKafkaException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The server sockets of one node, bound to 127.0.0.1 before Kafka is started and handed over when it asks: so the ports
 * that the operating system chose are known for the settings, nobody can take them in between, and a port that is taken is
 * noticed before anything else has begun.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {

    static final String HOST = "127.0.0.1";
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private static final int BACKLOG = 128;

    private final Map<String, ServerSocketChannel> channels;

    private BoundSockets(Map<String, ServerSocketChannel> channels) {
        this.channels = channels;
    }

    /**
     * @param clientPort 0: one that is free
     */
    static BoundSockets bind(int clientPort) {
        var clients = bound(clientPort);
        try {
            return new BoundSockets(Map.of(CLIENTS, clients, CONTROLLER, bound(0)));
        } catch (RuntimeException e) {
            close(clients);
            throw e;
        }
    }

    private static ServerSocketChannel bound(int port) {
        try {
            var channel = ServerSocketChannel.open();
            try {
                channel.bind(new InetSocketAddress(HOST, port), BACKLOG);
                channel.configureBlocking(false);
                return channel;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (BindException e) {
            throw new EmbeddedKafkaException(
                    Reason.PORT_TAKEN,
                    "port %d on %s cannot be had (%s): end what listens there, or give another port, or 0 for any free one"
                            .formatted(port, HOST, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a socket on " + HOST, e);
        }
    }

    int port(String listener) {
        return channels.get(listener).socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferSize) {
        return channels.get(listener);
    }

    /** For a node that did not get as far as to take them; one that did closes them itself, and this does nothing. */
    @Override
    public void close() {
        channels.values().forEach(BoundSockets::close);
    }

    private static void close(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
