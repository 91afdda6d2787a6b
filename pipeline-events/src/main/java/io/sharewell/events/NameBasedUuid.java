package io.sharewell.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUID version 5 (RFC 9562, section 5.5), which the JDK lacks. */
final class NameBasedUuid {

    private static final byte[] NAMESPACE = "urn:sharewell:event:".getBytes(StandardCharsets.UTF_8);

    private NameBasedUuid() {}

    static UUID of(byte[]... name) {
        MessageDigest sha1 = sha1();
        sha1.update(NAMESPACE);
        for (byte[] part : name) {
            sha1.update(part);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x5000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
