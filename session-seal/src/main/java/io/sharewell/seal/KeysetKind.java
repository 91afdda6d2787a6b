package io.sharewell.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The two kinds of keyset. Both put Tink's prefix before their output: it tells the key. */
enum KeysetKind {
    SEAL("session-seal", "AES256_GCM", PredefinedAeadParameters.AES256_GCM),
    GRANT("grant", "HMAC_SHA256_256BITTAG", PredefinedMacParameters.HMAC_SHA256_256BITTAG);

    private final String title;
    private final String template;
    private final Parameters parameters;

    KeysetKind(String title, String template, Parameters parameters) {
        this.title = title;
        this.template = template;
        this.parameters = parameters;
    }

    /** Lets Tink know the keys of both kinds: before any keyset is read or made. */
    static void register() {
        try {
            AeadConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink lacks what it comes with", e);
        }
    }

    /** Tink's word for the keys, as {@code tinkey} takes it. */
    String template() {
        return template;
    }

    Parameters parameters() {
        return parameters;
    }

    boolean fits(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .allMatch(entry -> entry.getKey().getParameters().equals(parameters));
    }

    static Optional<KeysetKind> of(KeysetHandle keyset) {
        return Arrays.stream(values()).filter(kind -> kind.fits(keyset)).findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
