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
        int different = text.indexOf("!=");
        int equal = text.indexOf('=');
        if (different > 0 && different < equal) {
            return new TagRule(text.substring(0, different), text.substring(different + 2), Test.DIFFERENT);
        }
        if (equal > 0) {
            return new TagRule(text.substring(0, equal), text.substring(equal + 1), Test.EQUAL);
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
