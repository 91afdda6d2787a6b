package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * Why something is not as it should be, and how to cure it.
 *
 * @param reason the stable, machine-readable word
 * @param detail what was seen, such as AWS's error code and text without secrets; null if the reason says it all
 * @param remedy what to do about it, for a person
 */
public record Problem(
        Reason reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) String detail,
        String remedy) {

    public Problem {
        Objects.requireNonNull(reason, "reason");
        // Nearly always the reason's own: one text for all that are read
        remedy = remedy == null || remedy.equals(reason.remedy()) ? reason.remedy() : remedy;
    }

    /** A problem with the reason's own remedy. */
    public static Problem of(Reason reason, String detail) {
        return new Problem(reason, detail, reason.remedy());
    }

    /** A problem with the reason's own remedy and nothing more to say. */
    public static Problem of(Reason reason) {
        return of(reason, null);
    }
}
