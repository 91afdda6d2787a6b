package io.sharewell.simulator.admin;

/** A request to the admin API that cannot be fulfilled. */
final class AdminException extends RuntimeException {

    private final int status;

    AdminException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
