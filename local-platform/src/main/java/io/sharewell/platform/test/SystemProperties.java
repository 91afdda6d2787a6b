package io.sharewell.platform.test;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** System properties set for a while. */
final class SystemProperties {

    private final Map<String, Optional<String>> before = new HashMap<>();

    void set(Map<String, String> properties) {
        properties.forEach(
                (name, value) -> before.putIfAbsent(name, Optional.ofNullable(System.setProperty(name, value))));
    }

    void restore() {
        before.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
        before.clear();
    }
}
