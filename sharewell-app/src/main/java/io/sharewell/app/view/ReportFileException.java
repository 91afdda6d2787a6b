package io.sharewell.app.view;

import java.io.IOException;

/** The report cannot be written; the message names the path and the cure. */
public final class ReportFileException extends RuntimeException {

    ReportFileException(String message, IOException cause) {
        super(message, cause);
    }
}
