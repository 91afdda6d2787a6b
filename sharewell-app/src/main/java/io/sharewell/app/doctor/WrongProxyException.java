package io.sharewell.app.doctor;

/** The environment's proxy variables are not understood: AWS cannot be asked. The message names the cure. */
public final class WrongProxyException extends RuntimeException {

    WrongProxyException(String message) {
        super(message);
    }
}
