package io.sharewell.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sharewell.events.SealedSession;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Seals session credentials with AES-256-GCM and opens them again, for the same sweep, account, purpose, mode and
 * expiry only. Safe for use by several threads.
 */
public final class SessionSeal {

    private static final String LABEL = "sharewell-session-v1";
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 5;
    private static final int SESSION_ID_BYTES = 16;

    private final Aead aead;
    private final Set<Integer> keyIds;
    private final List<String> warnings;

    private SessionSeal(KeysetHandle keyset, List<String> warnings) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.keyIds = IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .filter(entry -> entry.getStatus().equals(KeyStatus.ENABLED))
                .map(KeysetHandle.Entry::getId)
                .collect(Collectors.toUnmodifiableSet());
        this.warnings = warnings;
    }

    /** @throws KeysetException if the file cannot be used; its message names the cure */
    public static SessionSeal from(Path keysetFile) {
        return from(keysetFile, "the session-seal keyset setting");
    }

    /**
     * @param setting the setting that names the file, for messages
     * @throws KeysetException if the file cannot be used; its message names the cure
     */
    public static SessionSeal from(Path keysetFile, String setting) {
        KeysetFile file = new KeysetFile(keysetFile, KeysetKind.SEAL, setting);
        try {
            return new SessionSeal(file.read(), file.warnings());
        } catch (GeneralSecurityException e) {
            throw new KeysetException("The session-seal keyset " + keysetFile + " cannot be used", e);
        }
    }

    /** What is unwise about the keyset file, for a log; often empty. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * @param expiresAt the session's end, as AWS gave it
     * @throws IllegalArgumentException if the credentials are of another account than the context
     */
    public SealedSession seal(SessionCredentials credentials, SealContext context, Instant expiresAt) {
        if (!credentials.accountId().equals(context.accountId())) {
            throw new IllegalArgumentException("Credentials of account " + credentials.accountId()
                    + " are not to be sealed for account " + context.accountId());
        }
        byte[] payload = Fields.encode(List.of(
                credentials.accessKeyId(),
                credentials.secretAccessKey().value(),
                credentials.sessionToken().value()));
        try {
            byte[] sealed = aead.encrypt(payload, Fields.binding(LABEL, context, expiresAt));
            return new SealedSession(sessionId(sealed), Base64.getEncoder().encodeToString(sealed), expiresAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        } finally {
            Arrays.fill(payload, (byte) 0);
        }
    }

    /**
     * Whether the session is over does not matter here: look at its {@code expiresAt} first.
     *
     * @throws UnknownSealKeyException if this keyset lacks the key: rotation is in progress, try again later
     * @throws BrokenSealException if the seal was changed or belongs to another context
     */
    public SessionCredentials open(SealedSession session, SealContext context) throws BrokenSealException {
        byte[] sealed = decode(session);
        requireKey(sealed);
        try {
            byte[] payload = aead.decrypt(sealed, Fields.binding(LABEL, context, session.expiresAt()));
            List<String> fields = Fields.decode(payload);
            Arrays.fill(payload, (byte) 0);
            return new SessionCredentials(
                    context.accountId(), fields.get(0), new Secret(fields.get(1)), new Secret(fields.get(2)));
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("The sealed session " + session.sessionId()
                    + " was changed or does not belong to sweep " + context.sweepId() + ", account "
                    + context.accountId() + ", " + context.purpose() + ", " + context.mode() + ", expiry "
                    + session.expiresAt());
        }
    }

    private static byte[] decode(SealedSession session) throws BrokenSealException {
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(session.sealed());
        } catch (IllegalArgumentException e) {
            throw new BrokenSealException("The sealed session " + session.sessionId() + " is not base64");
        }
        if (sealed.length <= PREFIX_LENGTH || sealed[0] != TINK_PREFIX) {
            throw new BrokenSealException("The sealed session " + session.sessionId() + " is no ciphertext of ours");
        }
        if (!sessionId(sealed).equals(session.sessionId())) {
            throw new BrokenSealException("The sealed session " + session.sessionId() + " has another session's id");
        }
        return sealed;
    }

    // Tink says "decryption failed" for an unknown key and for tampering alike, but the first is only too early.
    private void requireKey(byte[] sealed) {
        int keyId = ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
        if (!keyIds.contains(keyId)) {
            throw new UnknownSealKeyException(keyId);
        }
    }

    /** A digest of the ciphertext: everyone can compute it, it tells nothing more, and each sealing has its own. */
    private static String sessionId(byte[] sealed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sealed);
            return HexFormat.of().formatHex(digest, 0, SESSION_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
