package io.sharewell.seal;

/**
 * A session sealed with a key that this keyset lacks. Trouble, not news: keys are being rotated, so it is thrown on and
 * tried again later.
 */
public final class UnknownSealKeyException extends RuntimeException {

    UnknownSealKeyException(int keyId) {
        super("The session is sealed with key " + Integer.toUnsignedString(keyId)
                + ", which the keyset at hand lacks: give all services the keyset with that key, readers first");
    }
}
