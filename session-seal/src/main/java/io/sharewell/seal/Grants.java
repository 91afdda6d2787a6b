package io.sharewell.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import io.sharewell.events.Grant;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Makes and checks grants, with a key that only the broker has (HMAC-SHA256). Safe for use by several threads.
 */
public final class Grants {

    private static final String LABEL = "sharewell-grant-v1";

    private final Mac mac;
    private final List<String> warnings;

    private Grants(KeysetHandle keyset, List<String> warnings) throws GeneralSecurityException {
        this.mac = keyset.getPrimitive(RegistryConfiguration.get(), Mac.class);
        this.warnings = warnings;
    }

    /** @throws KeysetException if the file cannot be used; its message names the cure */
    public static Grants from(Path keysetFile) {
        return from(keysetFile, "the grant keyset setting");
    }

    /**
     * @param setting the setting that names the file, for messages
     * @throws KeysetException if the file cannot be used; its message names the cure
     */
    public static Grants from(Path keysetFile, String setting) {
        KeysetFile file = new KeysetFile(keysetFile, KeysetKind.GRANT, setting);
        try {
            return new Grants(file.read(), file.warnings());
        } catch (GeneralSecurityException e) {
            throw new KeysetException("The grant keyset " + keysetFile + " cannot be used", e);
        }
    }

    /** What is unwise about the keyset file, for a log; often empty. */
    public List<String> warnings() {
        return warnings;
    }

    /** Leave to open sessions within the scope until then. */
    public Grant grant(SealContext scope, Instant validUntil) {
        try {
            byte[] code = mac.computeMac(Fields.binding(LABEL, scope, validUntil));
            return new Grant(Base64.getEncoder().encodeToString(code), validUntil);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Making a grant failed", e);
        }
    }

    /** Whether the grant was made here for exactly this scope and is not over. */
    public boolean isValid(Grant grant, SealContext scope, Instant now) {
        if (!now.isBefore(grant.validUntil())) {
            return false;
        }
        try {
            mac.verifyMac(Base64.getDecoder().decode(grant.mac()), Fields.binding(LABEL, scope, grant.validUntil()));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
