package io.sharewell.platform.test;

import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.util.Map;

/** A real Kafka broker for a test. Topics must be created before use. */
public interface KafkaForTests extends AutoCloseable {

    /** Where clients connect, as {@code host:port}. */
    String bootstrapServers();

    /** Ends the broker and removes what it wrote; the {@linkplain #shared() shared} one lives on. */
    @Override
    void close();

    /**
     * A broker of its own: Testcontainers' Kafka where a Docker engine answers (and Testcontainers is on the class path),
     * else the {@linkplain EmbeddedKafka embedded} one.
     */
    static KafkaForTests start() {
        return DockerKafka.onClassPath() && DockerKafka.Engine.answers() ? DockerKafka.Engine.start() : embedded();
    }

    /** One broker for all tests of this JVM, started by whoever asks first; it ends with the JVM. */
    static KafkaForTests shared() {
        var platform = OncePerJvm.platform(Map.of(PlatformArguments.SIMULATOR, "false"));
        return new Running(platform.bootstrapServers(), () -> {});
    }

    private static KafkaForTests embedded() {
        var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
        return new Running(kafka.bootstrapServers(), kafka::close);
    }
}
