package io.sharewell.simulator.organization;

/** AWS Organizations' word for where an account is in its life. */
public enum AccountState {
    PENDING_ACTIVATION,
    ACTIVE,
    SUSPENDED,
    PENDING_CLOSURE,
    CLOSED;

    /** The older member {@code Status} knows three words; whatever else cannot be used shows as suspended there. */
    public String status() {
        return switch (this) {
            case ACTIVE -> "ACTIVE";
            case SUSPENDED, CLOSED, PENDING_ACTIVATION -> "SUSPENDED";
            case PENDING_CLOSURE -> "PENDING_CLOSURE";
        };
    }
}
