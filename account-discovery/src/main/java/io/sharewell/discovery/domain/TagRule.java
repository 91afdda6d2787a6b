package io.sharewell.discovery.domain;

import java.util.Map;

/** A rule about an account's tags: {@code key=value} or {@code key!=value}. */
public record TagRule(String key, String value, Test test) {

    enum Test {
        EQUAL,
        DIFFERENT
    }

    /** @throws IllegalArgumentException if the text has neither form */
    public static TagRule parse(String text) {
        int equal = text.indexOf('=');
        Test test = equal > 0 && text.charAt(equal - 1) == '!' ? Test.DIFFERENT : Test.EQUAL;
        int keyEnd = test == Test.DIFFERENT ? equal - 1 : equal;
        if (keyEnd > 0) {
            return new TagRule(text.substring(0, keyEnd), text.substring(equal + 1), test);
        }
        throw new IllegalArgumentException("'" + text + "' is not a rule about tags: write key=value or key!=value");
    }

    boolean holds(Map<String, String> tags) {
        return switch (test) {
            case EQUAL -> value.equals(tags.get(key));
            case DIFFERENT -> !value.equals(tags.get(key));
        };
    }
}
