package io.sharewell.simulator.server;

import java.util.HexFormat;

/** Whether a path or query string can be decoded. */
final class PercentEncoding {

    private PercentEncoding() {}

    static boolean isValid(String encoded) {
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
            boolean digits = i + 2 < encoded.length()
                    && HexFormat.isHexDigit(encoded.charAt(i + 1))
                    && HexFormat.isHexDigit(encoded.charAt(i + 2));
            if (!digits) {
                return false;
            }
        }
        return true;
    }
}
