package io.sharewell.aws;

import io.sharewell.events.Region;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The clients of one service, one per Region, each built when it is first asked for.
 *
 * @param <C> the service's client
 */
public final class RegionalClients<C> {

    private final Map<Region, C> clients = new ConcurrentHashMap<>();
    private final Function<Region, C> factory;

    RegionalClients(Function<Region, C> factory) {
        this.factory = factory;
    }

    /** The Region's client; the same one every time, whoever asks. Never null. */
    public C in(Region region) {
        return clients.computeIfAbsent(region, factory);
    }
}
