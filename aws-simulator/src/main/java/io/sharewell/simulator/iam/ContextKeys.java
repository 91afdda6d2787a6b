package io.sharewell.simulator.iam;

import java.util.List;

/** The values of condition keys in a request's context. */
@FunctionalInterface
public interface ContextKeys {

    /**
     * A key's values.
     *
     * @param key in lower case, such as {@code aws:requestedregion}
     * @return null if the request has no such key
     */
    List<String> values(String key);
}
