package io.sharewell.simulator.organization;

/** An organization file that is none; the message tells a person what to change. */
public final class OrganizationFileException extends RuntimeException {

    public OrganizationFileException(String message) {
        super(message);
    }
}
