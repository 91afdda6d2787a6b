package io.sharewell.simulator.organization;

/** AWS Organizations' word for where an account is in its life. */
public enum AccountState {
    PENDING_ACTIVATION,
    ACTIVE,
    SUSPENDED,
    PENDING_CLOSURE,
    CLOSED;

    /** The older member {@code Status} knows three words; closed accounts show as suspended there. */
    public String status() {
        return switch (this) {
            case ACTIVE, PENDING_ACTIVATION -> "ACTIVE";
            case SUSPENDED, CLOSED -> "SUSPENDED";
            case PENDING_CLOSURE -> "PENDING_CLOSURE";
        };
    }
}
