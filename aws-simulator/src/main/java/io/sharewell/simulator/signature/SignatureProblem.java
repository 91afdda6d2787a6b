package io.sharewell.simulator.signature;

import io.sharewell.simulator.protocol.CommonError;

/** Why a signature is not accepted; the protocol decides how the caller is told. */
public final class SignatureProblem extends RuntimeException {

    private final CommonError error;

    SignatureProblem(CommonError error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public CommonError error() {
        return error;
    }
}
