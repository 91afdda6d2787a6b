package io.sharewell.deploy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.sharewell.events.Topic;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.Stage;
import io.sharewell.messaging.TopicUser;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a service does with Kafka, as its code says.
 *
 * @param groups its consumer groups, each with the topic it reads
 */
record KafkaUse(Set<String> reads, Set<String> writes, Map<String, String> groups) {

    static KafkaUse of(String service) {
        KafkaUse use = new KafkaUse(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
        Map<String, String> groupOfTopic = groupsInTheSettings(service);
        Code.classesOf(service).forEach(type -> use.add(type, groupOfTopic));
        return use;
    }

    private void add(JavaClass type, Map<String, String> groupOfTopic) {
        if (type.isAssignableTo(Stage.class)) {
            topics(type, "source").forEach(source -> addSource(source, groupOfTopic.get(source.topicName())));
            topics(type, "sinks").forEach(sink -> writes.add(sink.topicName()));
        } else if (type.isAssignableTo(TopicUser.class)) {
            topics(type, "topicNames").forEach(sink -> writes.add(sink.topicName()));
        }
        if (type.getDirectDependenciesFromSelf().stream()
                .anyMatch(it -> it.getTargetClass().isEquivalentTo(ShareResultsReader.class))) {
            reads.add(Topic.SHARE_RESULTS.topicName());
        }
    }

    /** A stage reads its source and all rungs of its ladder; it writes there too, and the relays write back. */
    private void addSource(Topic source, String group) {
        writes.addAll(source.family());
        groups.put(group, source.topicName());
        IntStream.rangeClosed(1, Topic.RUNGS)
                .forEach(rung -> groups.put(Topic.relayGroup(group, rung), source.retry(rung)));
        reads.addAll(groups.values());
    }

    /** The topics that a method of the class names. */
    private static Stream<Topic> topics(JavaClass type, String method) {
        return type.getMethods().stream()
                .filter(it -> it.getName().equals(method))
                .map(JavaMethod::getFieldAccesses)
                .flatMap(Set::stream)
                .filter(access -> access.getTargetOwner().isEquivalentTo(Topic.class))
                .map(access -> Topic.valueOf(access.getTarget().getName()));
    }

    private static Map<String, String> groupsInTheSettings(String service) {
        SmallRyeConfig settings = channels(service);
        return StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".group.id"))
                .collect(Collectors.toMap(
                        name -> topicOf(name.replace(".group.id", ""), settings),
                        name -> settings.getValue(name, String.class)));
    }

    /** Several only in a second broker. */
    private static String topicOf(String channel, SmallRyeConfig settings) {
        return settings.getOptionalValue(channel + ".topic", String.class)
                .orElseGet(() -> Set.copyOf(settings.getValues(channel + ".topics", String.class)).stream()
                        .collect(Collectors.joining(",")));
    }

    private static SmallRyeConfig channels(String service) {
        try {
            Path file =
                    Code.ROOT.resolve(service).resolve("src/main/resources/META-INF/microprofile-config.properties");
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(file.toUri().toURL()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
