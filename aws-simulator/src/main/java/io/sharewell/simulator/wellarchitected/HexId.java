package io.sharewell.simulator.wellarchitected;

import java.util.HexFormat;

/** 32 hexadecimal digits, as workloads, shares and invitations are named. */
public record HexId(long high, long low) {

    private static final long INVITATION = 0x5ca1ab1e0ddba11L;

    /** The text must be 32 hexadecimal digits. */
    public static HexId parse(String text) {
        return new HexId(HexFormat.fromHexDigitsToLong(text, 0, 16), HexFormat.fromHexDigitsToLong(text, 16, 32));
    }

    /** From a share's id to its invitation's, and back. */
    HexId counterpart() {
        return new HexId(high ^ INVITATION, low ^ Long.reverse(INVITATION));
    }

    @Override
    public String toString() {
        var hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
