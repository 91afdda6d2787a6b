package io.sharewell.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Starts and stops the stages of this process: checks the settings, sees to the topics, then lets the records in; at the
 * end takes no more, waits for what is in flight, and leaves the rest uncommitted.
 */
@ApplicationScoped
public class Pipeline {

    /**
     * Startup observers that need topics and settings come after this priority. The channels themselves are made at
     * 1,000.
     */
    public static final int STARTED = 1_100;

    private static final Logger LOG = Logger.getLogger(Pipeline.class);
    private static final Duration DEAD_LETTERS_PAUSE = Duration.ofSeconds(30);

    private final MessagingSettings settings;
    private final Map<String, Object> kafka;
    private final Instance<Stage> stages;
    private final Instance<TopicUser> topicUsers;
    private final Instance<SettingsCheck> checks;
    private final SharedProducer producer;
    private final MeterRegistry metrics;
    private final Clock clock;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("record-", 0).factory());
    private final List<InFlight> inFlight = new ArrayList<>();
    private RetryRelays relays;
    private DeadLetters deadLetters;

    Pipeline(
            MessagingSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @Any Instance<Stage> stages,
            @Any Instance<TopicUser> topicUsers,
            @Any Instance<SettingsCheck> checks,
            SharedProducer producer,
            MeterRegistry metrics,
            Clock clock) {
        this.settings = settings;
        this.kafka = kafka;
        this.stages = stages;
        this.topicUsers = topicUsers;
        this.checks = checks;
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Before anything connects to anything. */
    void check(@Observes @Priority(1) StartupEvent event) {
        stopOn(
                checks.stream()
                        .flatMap(check -> check.faults().stream())
                        .distinct()
                        .toList(),
                "Wrong settings");
    }

    void start(@Observes @Priority(STARTED) StartupEvent event) throws InterruptedException {
        TopicNames names = TopicNames.of(settings);
        Set<String> topics = new LinkedHashSet<>();
        topicUsers.forEach(user -> user.topicNames().forEach(name -> topics.add(names.called(name))));
        stopOn(new TopicSetup(kafka, settings).prepare(topics), "Kafka is not ready");
        relays = new RetryRelays(
                kafka, producer.kafka(), names, settings.retry().delays(), clock, settings.publishPause(), metrics);
        stages.forEach(this::start);
        deadLetters = new DeadLetters(
                kafka,
                stages.stream().map(stage -> names.called(stage.source().dlq())).toList(),
                DEAD_LETTERS_PAUSE,
                metrics);
    }

    private void start(Stage stage) {
        Ladder ladder = new Ladder(settings.retry().delays(), clock);
        InFlight records = new InFlight(stage.module() + "/" + stage.source().topicName(), clock, metrics);
        Publisher publisher = new Publisher(stage.module(), producer, clock, settings);
        Unreadable unreadable = new Unreadable(stage, publisher, ladder, records);
        inFlight.add(records);
        new Receiver(stage, publisher, ladder, unreadable, records, threads).start();
        relays.start(stage, unreadable);
    }

    private static void stopOn(List<String> faults, String headline) {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(headline + ":\n - " + String.join("\n - ", faults));
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (relays != null) {
            relays.close();
        }
        inFlight.forEach(InFlight::stop);
        long deadline = System.nanoTime() + settings.drain().toNanos();
        int left = 0;
        for (InFlight records : inFlight) {
            left += records.drain(deadline);
        }
        if (left > 0) {
            LOG.warnf("%d records did not end within %s: they are left uncommitted", left, settings.drain());
        }
        threads.shutdownNow();
        if (deadLetters != null) {
            deadLetters.close();
        }
    }
}
