package io.sharewell.chaos.world;

import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import io.sharewell.platform.process.TemporaryFolder;

/** A broker that can be stopped and started again with all it knows, behind a proxy that clients take for it. */
public final class Broker implements AutoCloseable {

    private final TcpProxy proxy;
    private final TemporaryFolder folder;
    private EmbeddedKafka kafka;

    private Broker(TcpProxy proxy, TemporaryFolder folder) {
        this.proxy = proxy;
        this.folder = folder;
    }

    static Broker launch() {
        Broker broker = new Broker(TcpProxy.start(), TemporaryFolder.create("broker"));
        broker.start();
        return broker;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + proxy.port();
    }

    public TcpProxy proxy() {
        return proxy;
    }

    /** Does nothing if it runs. */
    public synchronized void start() {
        if (kafka == null) {
            kafka = EmbeddedKafka.start(
                    EmbeddedKafkaOptions.keptIn(folder.path()).advertising(proxy.port()));
            String address = kafka.bootstrapServers();
            proxy.leadTo(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        }
    }

    /** Its clients lose it at once. Does nothing if it does not run. */
    public synchronized void stop() {
        if (kafka != null) {
            proxy.leadNowhere();
            kafka.close();
            kafka = null;
        }
    }

    @Override
    public void close() {
        stop();
        proxy.close();
        folder.close();
    }
}
