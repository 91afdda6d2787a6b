package io.sharewell.simulator.iam;

import java.util.Locale;

/** A text with {@code *} and {@code ?} as IAM understands them. */
record Glob(String pattern) {

    static Glob ignoringCase(String pattern) {
        return new Glob(pattern.toLowerCase(Locale.ROOT));
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
            } else if (p < pattern.length() && (wanted == '?' || wanted == text.charAt(t))) {
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
