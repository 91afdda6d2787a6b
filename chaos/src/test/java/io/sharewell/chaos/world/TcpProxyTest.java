package io.sharewell.chaos.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void anEchoBehindAProxy() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        proxy = TcpProxy.start();
        proxy.leadTo(echo.getLocalPort());
    }

    private void answer() {
        try {
            while (true) {
                Socket client = echo.accept();
                Thread.ofVirtual().start(() -> answer(client));
            }
        } catch (IOException e) {
            // The test is over
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // Cut
        }
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void carriesBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(echoOf(client, 42)).isEqualTo(42);
        }
    }

    @Test
    void cutsWhatIsConnectedAndLetsOthersConnect() throws IOException {
        try (Socket before = connect()) {
            assertThat(echoOf(before, 1)).isEqualTo(1);

            proxy.cut();

            assertThat(echoOf(before, 2)).isEqualTo(-1);
        }
        try (Socket after = connect()) {
            assertThat(echoOf(after, 3)).isEqualTo(3);
        }
    }

    @Test
    void endsEachConnectionWhileNobodyIsThere() throws IOException {
        proxy.leadNowhere();

        try (Socket client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(-1);
        }
    }

    @Test
    void isAsSlowAsItIsTold() throws IOException {
        proxy.slow(Duration.ofMillis(60));

        try (Socket client = connect()) {
            long begin = System.nanoTime();
            assertThat(echoOf(client, 9)).isEqualTo(9);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(110));
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(10_000);
        return client;
    }

    /** -1 if the connection is over. */
    private static int echoOf(Socket client, int letter) throws IOException {
        try {
            client.getOutputStream().write(letter);
            return client.getInputStream().read();
        } catch (SocketException e) {
            return -1;
        }
    }
}
