package io.sharewell.simulator.services;

import io.sharewell.simulator.cloud.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Opaque page tokens: good for one list of one caller's account only, and not to be forged. */
final class PageTokens {

    private static final int POSITION_BYTES = Long.BYTES + 1;
    private static final int CODE_BYTES = 32;

    private final Mac mac;

    PageTokens(long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    ByteBuffer.allocate(16)
                            .putLong(Ids.mix(seed))
                            .putLong(Ids.mix(~seed))
                            .array(),
                    "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /**
     * Where a page begins.
     *
     * @param after position of the last item given
     * @param emptyGiven whether the empty page before this one was given already
     */
    record Position(long after, boolean emptyGiven) {
        static final Position START = new Position(0, false);
    }

    String write(Position position, String scope) {
        var bytes = ByteBuffer.allocate(POSITION_BYTES)
                .putLong(position.after())
                .put((byte) (position.emptyGiven() ? 1 : 0))
                .array();
        var token = Arrays.copyOf(bytes, POSITION_BYTES + CODE_BYTES);
        System.arraycopy(code(bytes, scope), 0, token, POSITION_BYTES, CODE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Null if the token was never given for this list. */
    Position read(String token, String scope) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return null;
        }
        if (bytes.length != POSITION_BYTES + CODE_BYTES) {
            return null;
        }
        var position = Arrays.copyOf(bytes, POSITION_BYTES);
        var code = Arrays.copyOfRange(bytes, POSITION_BYTES, bytes.length);
        if (!MessageDigest.isEqual(code, code(position, scope))) {
            return null;
        }
        var read = ByteBuffer.wrap(position);
        return new Position(read.getLong(), read.get() == 1);
    }

    private byte[] code(byte[] position, String scope) {
        mac.update(position);
        return mac.doFinal(scope.getBytes(StandardCharsets.UTF_8));
    }
}
