package io.sharewell.messaging;

import io.sharewell.events.Problem;

/** What a problem tells, short enough for headers and statements: it may quote what strangers wrote. */
final class Detail {

    private static final int LONGEST_LINE = 1_000;
    private static final int LONGEST_STACK = 10_000;

    private Detail() {}

    /** What happened; null if the text is. */
    static String firstLine(String text) {
        return text == null ? null : cut(text.lines().findFirst().orElse(""), LONGEST_LINE);
    }

    /** The problem with what happened alone. */
    static Problem inOneLine(Problem problem) {
        return new Problem(problem.reason(), firstLine(problem.detail()), problem.remedy());
    }

    /** Where it happened: one of our own bugs tells its stack in the lines after the first. Null if there are none. */
    static String stack(String text) {
        int end = text == null ? -1 : text.indexOf('\n');
        return end < 0 ? null : cut(text.substring(end + 1), LONGEST_STACK);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
