package io.sharewell.simulator.conformance;

import io.sharewell.simulator.conformance.Catalogue.Operation;

/**
 * A way to get an error.
 *
 * @param words for the README
 * @param source why the simulator answers so
 * @param provocation ends with the call that is refused
 */
record Cause(String words, Source source, Provocation provocation) {

    @FunctionalInterface
    interface Provocation {
        void call(Scene scene, Operation operation);
    }

    /** Where what the simulator does is from. */
    enum Source {
        MODEL("model"),
        DOCUMENTATION("documentation"),
        PUBLIC_REPORTS("public reports"),
        INFERRED("inferred"),
        MODEL_CAUSE_INFERRED("model; cause inferred"),
        FAULT("model; only as an injected fault"),
        FAULT_OF_COMMON("documentation; only as an injected fault");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
