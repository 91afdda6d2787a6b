package io.sharewell.seal;

import java.util.Objects;

/**
 * A text that must not be seen: its {@code toString} tells nothing.
 *
 * @param value the text itself, never null
 */
public record Secret(String value) {

    public Secret {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "***";
    }
}
