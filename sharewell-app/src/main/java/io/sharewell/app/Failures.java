package io.sharewell.app;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.app.view.ReportFileException;
import io.sharewell.platform.EmbeddedKafkaException;
import io.sharewell.seal.KeysetException;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into one message: what, and the cure. Stack traces are for our own bugs only. */
final class Failures {

    private Failures() {}

    /** The set-up is wrong; the message says what and names the cure. */
    static final class SetUpException extends RuntimeException {
        SetUpException(String message) {
            super(message);
        }
    }

    static int report(Exception failure, CommandLine command, ParseResult parsed) {
        switch (failure) {
            case SetUpException e -> command.getErr().println("sharewell: " + e.getMessage());
            case EmbeddedKafkaException e -> command.getErr().println("sharewell: " + e.getMessage());
            case ReportFileException e -> command.getErr().println("sharewell: " + e.getMessage());
            case KeysetException e -> command.getErr().println("sharewell: " + e.getMessage());
            default -> {
                command.getErr().println("sharewell: a bug of ours; please report it with what follows");
                failure.printStackTrace(command.getErr());
            }
        }
        return ExitStatus.NOT_COMPLETE;
    }
}
