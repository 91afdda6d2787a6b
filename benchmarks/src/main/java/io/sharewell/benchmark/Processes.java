package io.sharewell.benchmark;

import io.sharewell.platform.process.JavaProcess;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes of a measurement, none of which may end before it does. */
record Processes(List<JavaProcess> all) {

    boolean areAlive() {
        return all.stream().allMatch(JavaProcess::isAlive);
    }

    /** Of those that have ended, or of all if all live. */
    String lastWords() {
        Predicate<JavaProcess> whose = areAlive() ? _ -> true : process -> !process.isAlive();
        return all.stream().filter(whose).map(JavaProcess::lastWords).collect(Collectors.joining("\n"));
    }
}
