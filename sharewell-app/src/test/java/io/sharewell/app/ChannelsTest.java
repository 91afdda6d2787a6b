package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services say which topics they read and write; how, is said once for all, in pipeline-messaging. */
class ChannelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"account-discovery", "credential-broker", "region-scanner", "share-writer"})
    void areSetByTopicAndGroupAlone(String module) throws IOException {
        Properties settings = new Properties();
        Path file = Path.of("..", module, "src/main/resources/META-INF/microprofile-config.properties");
        try (InputStream in = Files.newInputStream(file)) {
            settings.load(in);
        }
        settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging."))
                .forEach(name -> assertThat(name)
                        .matches("mp\\.messaging\\.(incoming|outgoing)\\.[a-z-]+\\.(connector|topic|group\\.id)"));
        assertThat(settings.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".topic"))
                        .map(settings::getProperty))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toSet()));
        settings.stringPropertyNames().stream()
                .filter(name -> name.endsWith(".group.id"))
                .forEach(name -> assertThat(name)
                        .as("the group is named like its channel")
                        .isEqualTo("mp.messaging.incoming." + settings.getProperty(name) + "-in.group.id"));
    }
}
