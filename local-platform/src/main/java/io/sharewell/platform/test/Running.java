package io.sharewell.platform.test;

/** A broker that somebody has started. */
record Running(String bootstrapServers, Runnable end) implements KafkaForTests {

    @Override
    public void close() {
        end.run();
    }
}
