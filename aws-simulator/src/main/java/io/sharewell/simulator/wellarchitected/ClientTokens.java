package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import java.util.HashMap;
import java.util.Map;

/** Client request tokens that were used, and what came of it. */
public final class ClientTokens {

    private static final int FEW = 4;

    /** What a token was used for. */
    public record Use(long request, Object outcome) {}

    private final Map<Long, Use> uses;

    ClientTokens() {
        this(new HashMap<>(FEW));
    }

    private ClientTokens(Map<Long, Use> uses) {
        this.uses = uses;
    }

    ClientTokens copy() {
        return new ClientTokens(new HashMap<>(uses));
    }

    /** Null if the operation never saw the token. */
    public Use find(String operation, String token) {
        return uses.get(key(operation, token));
    }

    public void remember(String operation, String token, long request, Object outcome) {
        uses.put(key(operation, token), new Use(request, outcome));
    }

    public void forget(Object outcome) {
        uses.values().removeIf(it -> it.outcome() == outcome);
    }

    private static long key(String operation, String token) {
        return Ids.hash(operation.hashCode(), token);
    }
}
