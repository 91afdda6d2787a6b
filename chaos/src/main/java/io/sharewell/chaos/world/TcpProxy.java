package io.sharewell.chaos.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and the broker, whose port it hides: so the broker can go and come back on another one, and
 * connections can be cut and slowed.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int NOBODY = 0;

    private final ServerSocket server;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile int target = NOBODY;
    private volatile Duration delay = Duration.ZERO;

    private TcpProxy(ServerSocket server) {
        this.server = server;
    }

    /** On any free port of 127.0.0.1; nobody is behind it yet. */
    static TcpProxy start() {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** From now on connections lead to this port of 127.0.0.1. */
    void leadTo(int port) {
        target = port;
    }

    /** From now on connections end as soon as they are made, and those there are end now. */
    void leadNowhere() {
        target = NOBODY;
        cut();
    }

    /** Ends all connections; new ones may be made at once. */
    public void cut() {
        sockets.forEach(TcpProxy::close);
    }

    /** From now on each piece of what goes through, in either direction, is so late. */
    public void slow(Duration each) {
        delay = each;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().name("proxy-connection").start(() -> connect(client));
            } catch (IOException e) {
                // Closed, or a client that was gone before it was there
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            broker.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(broker);
            Thread back = Thread.ofVirtual().start(() -> pump(broker, client));
            pump(client, broker);
            back.join();
        } catch (IOException e) {
            // Nobody there
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[64 * 1024];
        try {
            for (int length = from.getInputStream().read(piece);
                    length >= 0;
                    length = from.getInputStream().read(piece)) {
                if (!delay.isZero()) {
                    Thread.sleep(delay);
                }
                to.getOutputStream().write(piece, 0, length);
            }
        } catch (IOException e) {
            // Cut
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            forget(from);
            forget(to);
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        close(socket);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is of no use any more
        }
    }

    @Override
    public void close() {
        close(server);
        cut();
    }
}
