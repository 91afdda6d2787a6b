package io.sharewell.simulator.protocol;

import io.vertx.core.MultiMap;

/**
 * A request as it came.
 *
 * @param path undecoded
 * @param query undecoded, without the question mark; empty if there is none
 */
public record HttpMessage(String method, String path, String query, MultiMap headers, byte[] body) {

    /** A header's first value, or null. */
    public String header(String name) {
        return headers.get(name);
    }

    public String[] pathParts() {
        return path.split("/", -1);
    }
}
