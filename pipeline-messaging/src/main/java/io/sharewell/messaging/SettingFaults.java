package io.sharewell.messaging;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what is wrong with the settings of one module: one sentence each, with the setting, its value and the cure. */
public final class SettingFaults {

    private final String module;
    private final List<String> faults = new ArrayList<>();

    /**
     * Begins with the environment variables that look like settings of the module, and are none.
     *
     * @param mapping the module's settings, an interface with {@link ConfigMapping}
     */
    public SettingFaults(Class<?> mapping) {
        this.module = mapping.getAnnotation(ConfigMapping.class).prefix();
        faults.addAll(new SettingVariables(mapping).faults());
    }

    /**
     * @param setting without the module's name, such as {@code concurrency}
     * @param fault the rest of the sentence, with the cure
     */
    public void add(String setting, String fault) {
        faults.add(named(setting) + " " + fault);
    }

    /** Whole sentences of others. */
    public void addAll(List<String> sentences) {
        faults.addAll(sentences);
    }

    public void atLeastOne(String setting, int value) {
        if (value < 1) {
            add(setting, "is " + value + ": it must be at least 1");
        }
    }

    /** @param example of a value that would do, such as {@code 2m} */
    public void positive(String setting, Duration value, String example) {
        if (!value.isPositive()) {
            add(setting, "is " + value + ": give a duration such as " + example);
        }
    }

    /** As {@link #positive}, and zero will do, too. */
    public void notNegative(String setting, Duration value, String example) {
        if (value.isNegative()) {
            add(setting, "is negative: give a duration such as " + example);
        }
    }

    /** @param value calls per second */
    public void rate(String setting, double value) {
        if (!(value > 0)) {
            add(setting, "is " + value + ": give calls per second, more than 0");
        }
    }

    /**
     * @param pattern that the whole value must match
     * @param cure what to give instead, such as {@code "/ or /some/path/"}
     */
    public void matching(String setting, String value, String pattern, String cure) {
        if (!value.matches(pattern)) {
            add(setting, "is '" + value + "': give " + cure);
        }
    }

    /** @param parser that throws IllegalArgumentException with the cure if it cannot take the value */
    public <T> void parsed(String setting, T value, Consumer<? super T> parser) {
        try {
            parser.accept(value);
        } catch (IllegalArgumentException e) {
            faults.add(named(setting) + ": " + e.getMessage());
        }
    }

    /** As {@link #parsed}, each value by itself; none if the setting is not there. */
    public <T> void eachParsed(String setting, Optional<List<T>> values, Consumer<? super T> parser) {
        values.orElse(List.of()).forEach(value -> parsed(setting, value, parser));
    }

    /** All that was found so far, in that order; empty if all is well. */
    public List<String> all() {
        return List.copyOf(faults);
    }

    /** The name by which the setting is given, such as {@code share-writer.concurrency}. */
    public String named(String setting) {
        return module + "." + setting;
    }
}
