package io.sharewell.simulator.services;

import java.security.SecureRandom;
import java.util.Base64;

/** New keys and tokens for sessions, of the length and look of AWS's. */
final class SessionKeys {

    private static final String KEY_ID = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String TOKEN_START = "IQoJb3JpZ2luX2Vj";
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 270;

    private final SecureRandom random = new SecureRandom();

    String accessKeyId() {
        var id = new StringBuilder("ASIA");
        for (int i = 0; i < 16; i++) {
            id.append(KEY_ID.charAt(random.nextInt(KEY_ID.length())));
        }
        return id.toString();
    }

    String secretAccessKey() {
        return base64(SECRET_BYTES);
    }

    String token() {
        return TOKEN_START + base64(TOKEN_BYTES);
    }

    private String base64(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
