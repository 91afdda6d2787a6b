package io.sharewell.simulator.signature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Derived signing keys; one serves a credential for a day, a Region and a service. One thread only. */
final class SigningKeys {

    private static final int KEPT = 20_000;

    private record Id(CredentialScope scope, String secret) {}

    private final Map<Id, byte[]> keys = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Id, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    private final Digests digests;

    SigningKeys(Digests digests) {
        this.digests = digests;
    }

    byte[] key(CredentialScope scope, String secret) {
        return keys.computeIfAbsent(new Id(scope, secret), this::derive);
    }

    private byte[] derive(Id id) {
        var key = ("AWS4" + id.secret()).getBytes(StandardCharsets.UTF_8);
        for (var part :
                new String[] {id.scope().date(), id.scope().region(), id.scope().service(), "aws4_request"}) {
            key = digests.hmac(key, part);
        }
        return key;
    }
}
