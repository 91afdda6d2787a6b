package io.sharewell.simulator.cloud;

/** Identifiers that look like AWS's and are the same for the same seed. */
public final class Ids {

    private static final String LOWER = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Ids() {}

    /** A well-mixed 64-bit number out of another (SplitMix64's finisher). */
    public static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** A number that depends on a seed and a text. */
    public static long hash(long seed, String text) {
        long hash = mix(seed);
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return hash;
    }

    /** Letters and digits as in {@code ou-ab12-…}. */
    static String lower(long seed, String what, int length) {
        return characters(hash(seed, what), LOWER, length);
    }

    /** Capitals and digits as in {@code AROA…}. */
    public static String upper(long seed, String what, int length) {
        return characters(hash(seed, what), UPPER, length);
    }

    private static String characters(long hash, String alphabet, int length) {
        var text = new char[length];
        long state = hash;
        for (int i = 0; i < length; i++) {
            state = mix(state);
            text[i] = alphabet.charAt((int) Long.remainderUnsigned(state, alphabet.length()));
        }
        return new String(text);
    }
}
