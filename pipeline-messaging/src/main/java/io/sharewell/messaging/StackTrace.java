package io.sharewell.messaging;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A stack trace without the exceptions' texts: those may quote what nobody else should read. */
final class StackTrace {

    private static final int FRAMES = 12;
    private static final int CAUSES = 8;

    private StackTrace() {}

    static String of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(StackTrace::withoutText)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String withoutText(Throwable failure) {
        return failure.getClass().getName()
                + Arrays.stream(failure.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n  at " + frame)
                        .collect(Collectors.joining());
    }
}
