package io.sharewell.simulator.iam;

import java.util.Locale;

/** A text with {@code *} and {@code ?} as IAM understands them. */
record Glob(String pattern) {

    /** Stand for a star and a question mark that are no wildcards. */
    private static final char STAR = '\uE000';

    private static final char QUESTION_MARK = '\uE001';

    static Glob ignoringCase(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
    }

    /** A pattern that matches this text alone. */
    static String literally(String text) {
        return text.replace('*', STAR).replace('?', QUESTION_MARK);
    }

    /** The text itself, for operators that know no wildcards. */
    static String plain(String pattern) {
        return pattern.replace(STAR, '*').replace(QUESTION_MARK, '?');
    }

    boolean matches(String text) {
        return pattern.equals("*") || matches(text, 0, 0);
    }

    private boolean matches(String text, int t, int p) {
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
            if (wanted == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length() && (wanted == '?' || isMeant(wanted, text.charAt(t)))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean isMeant(char wanted, char found) {
        return wanted == found || wanted == STAR && found == '*' || wanted == QUESTION_MARK && found == '?';
    }

    /** As {@code ArnLike}: wildcards do not reach across the first five colons. */
    boolean matchesArn(String arn) {
        var wanted = pattern.split(":", 6);
        var parts = arn.split(":", 6);
        if (wanted.length != 6 || parts.length != 6) {
            return pattern.equals("*");
        }
        for (int i = 0; i < 6; i++) {
            if (!new Glob(wanted[i]).matches(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
