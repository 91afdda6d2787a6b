package io.sharewell.simulator.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two primitives of Signature Version 4, looked up once. One thread only. */
final class Digests {

    private static final String HMAC = "HmacSHA256";

    private final MessageDigest sha256;
    private final Mac mac;

    Digests() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
            mac = Mac.getInstance(HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256 and HMAC-SHA256", e);
        }
    }

    String sha256Hex(byte[] data) {
        return HexFormat.of().formatHex(sha256.digest(data));
    }

    byte[] hmac(byte[] key, String text) {
        try {
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 takes any key", e);
        }
    }
}
