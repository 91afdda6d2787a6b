package io.sharewell.simulator.wellarchitected;

import io.sharewell.simulator.cloud.Ids;
import java.util.Arrays;

/**
 * Client request tokens that were used, and what came of it. In arrays, because after a sweep there is
 * one for every workload, few to a place: a map would be most of the heap.
 */
public final class ClientTokens {

    private static final int FEW = 3;

    /** What a token was used for. */
    public record Use(long request, Object outcome) {}

    private long[] keys;
    private long[] requests;
    private Object[] outcomes;
    private int size;

    ClientTokens() {
        this(new long[FEW], new long[FEW], new Object[FEW], 0);
    }

    private ClientTokens(long[] keys, long[] requests, Object[] outcomes, int size) {
        this.keys = keys;
        this.requests = requests;
        this.outcomes = outcomes;
        this.size = size;
    }

    ClientTokens copy() {
        return new ClientTokens(keys.clone(), requests.clone(), outcomes.clone(), size);
    }

    /** Null if the operation never saw the token. */
    public Use find(String operation, String token) {
        int index = index(key(operation, token));
        return index < 0 ? null : new Use(requests[index], outcomes[index]);
    }

    public void remember(String operation, String token, long request, Object outcome) {
        long key = key(operation, token);
        int known = index(key);
        if (known < 0 && size == keys.length) {
            resize(size * 2);
        }
        int index = known < 0 ? size++ : known;
        keys[index] = key;
        requests[index] = request;
        outcomes[index] = outcome;
    }

    private void resize(int length) {
        keys = Arrays.copyOf(keys, length);
        requests = Arrays.copyOf(requests, length);
        outcomes = Arrays.copyOf(outcomes, length);
    }

    public void forget(Object outcome) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (outcomes[i] != outcome) {
                keys[kept] = keys[i];
                requests[kept] = requests[i];
                outcomes[kept++] = outcomes[i];
            }
        }
        Arrays.fill(outcomes, kept, size, null);
        size = kept;
    }

    private int index(long key) {
        for (int i = 0; i < size; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }

    private static long key(String operation, String token) {
        return Ids.hash(operation.hashCode(), token);
    }
}
