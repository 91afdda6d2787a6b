package io.sharewell.simulator.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A type of AWS's service models with its constraints. */
public sealed interface Shape {

    /** A structure; members in the model's order. */
    record Structure(String name, Map<String, Member> members, List<String> required) implements Shape {
        public static final Structure EMPTY = new Structure("Unit", Map.of(), List.of());
    }

    record ListOf(Shape element, Range size) implements Shape {}

    record MapOf(Shape key, Shape value, Range size) implements Shape {}

    /**
     * A text.
     *
     * @param pattern null if any text will do
     * @param allowed empty if it is not an enumeration; in the model's order
     */
    record Text(Range length, Pattern pattern, Set<String> allowed) implements Shape {}

    record Number(Range range) implements Shape {}

    record Bool() implements Shape {}

    record Timestamp() implements Shape {}

    /** A member of a structure; {@code wireName} is its name in path, query string or header. */
    record Member(String name, Shape shape, Location location, String wireName) {}

    /** Bounds, both inclusive. */
    record Range(long min, long max) {
        static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
