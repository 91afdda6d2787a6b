package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.Topic;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services say which topics they read; how, is said once for all, in pipeline-messaging. */
class ChannelsTest {

    private static final String PREFIX = "inventory.";
    private static final List<String> TOPICS = Arrays.stream(Topic.values())
            .map(topic -> PREFIX + topic.topicName())
            .toList();

    @ParameterizedTest
    @ValueSource(strings = {"credential-broker", "region-scanner", "share-writer"})
    void areSetByTopicAndGroupAlone(String module) throws IOException {
        SmallRyeConfig settings = settings(module, PREFIX);
        List<String> channels = StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("mp.messaging."))
                .toList();
        assertThat(channels)
                .isNotEmpty()
                .allMatch(name -> name.matches("mp\\.messaging\\.incoming\\.[a-z-]+\\.(connector|topics?|group\\.id)"));
        for (String name : channels) {
            if (name.matches(".*\\.topics?")) {
                assertThat(settings.getValues(name, String.class)).isSubsetOf(TOPICS);
            } else if (name.endsWith(".group.id")) {
                assertThat("mp.messaging.incoming."
                                + settings.getValue(name, String.class).replace(PREFIX, "") + "-in.group.id")
                        .as("the group is named like its channel")
                        .isEqualTo(name.replace(PREFIX, ""));
                assertThat(settings.getValue(name, String.class)).startsWith(PREFIX);
                assertThat(EarlierRun.groups())
                        .as("a run after a killed one knows whose dead not to wait for")
                        .contains(settings.getValue(name, String.class).replace(PREFIX, ""));
            }
        }
    }

    /** It reads {@code share-results} as a whole, and nobody has a channel out. */
    @Test
    void accountDiscoveryHasNone() throws IOException {
        assertThat(settings("account-discovery", PREFIX).getPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging."));
    }

    @Test
    void aSecondBrokerReadsAccountsFromElsewhereToo() throws IOException {
        String topics = "mp.messaging.incoming.credential-broker-in.topics";

        assertThat(settings("credential-broker", "").getValue(topics, String.class))
                .isEqualTo("accounts,accounts");
        assertThat(settings("credential-broker", PREFIX, "credential-broker.accounts-topic", "accounts")
                        .getValue(topics, String.class))
                .isEqualTo(PREFIX + "accounts,accounts");
    }

    private static SmallRyeConfig settings(String module, String prefix, String... more) throws IOException {
        Map<String, String> ours = new HashMap<>(Map.of("pipeline-messaging.topics.prefix", prefix));
        for (int i = 0; i < more.length; i += 2) {
            ours.put(more[i], more[i + 1]);
        }
        URL file = Path.of("..", module, "src/main/resources/META-INF/microprofile-config.properties")
                .toUri()
                .toURL();
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(file), new PropertiesConfigSource(ours, "ours", 500))
                .build();
    }
}
