package io.sharewell.seal;

/**
 * A sealed session that was changed, or that belongs to another sweep, account, purpose, mode or expiry. Trying again
 * does not help. Carries no cause and nothing of what was sealed.
 */
public final class BrokenSealException extends Exception {

    BrokenSealException(String message) {
        super(message);
    }
}
