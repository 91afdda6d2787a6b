package io.sharewell.chaos.world;

import io.sharewell.events.ShareResult;
import io.sharewell.events.ledger.Ledger;
import io.sharewell.events.ledger.SweepReport;
import io.sharewell.messaging.ShareResultsReader;
import io.sharewell.messaging.TopicNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** {@code share-results}, read as any consumer would, until something holds. */
public final class Feed {

    /** Minutes, by {@code -Dsharewell.patience}: larger organizations take longer. */
    public static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("sharewell.patience", 3));

    private final World world;

    public Feed(World world) {
        this.world = world;
    }

    /** The report of the newest sweep once it has ended. */
    public SweepReport awaitEnd() {
        return await(ledger -> ledger.latest().filter(sweep -> sweep.ended()).isPresent())
                .latest()
                .orElseThrow()
                .report();
    }

    /** The ledger once a condition holds for it. */
    public Ledger await(Predicate<Ledger> condition) {
        try (ShareResultsReader reader = open()) {
            Ledger ledger = new Ledger();
            try {
                Awaitility.await()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(10))
                        .atMost(PATIENCE)
                        .until(() -> {
                            reader.poll(Duration.ofMillis(100), ledger::apply);
                            return condition.test(ledger);
                        });
            } catch (ConditionTimeoutException e) {
                throw new AssertionError(
                        "Not within %s. The ledger says %s\n%s".formatted(PATIENCE, told(ledger), world.lastWords()),
                        e);
            }
            return ledger;
        }
    }

    private static String told(Ledger ledger) {
        return ledger.latest()
                .map(sweep -> "accounts=%s units=%s workloads=%s"
                        .formatted(
                                sweep.report().accounts(),
                                sweep.report().units(),
                                sweep.report().workloads()))
                .orElse("nothing");
    }

    /** Everything that is on the topic now. */
    public List<ShareResult> all() {
        List<ShareResult> all = new ArrayList<>();
        try (ShareResultsReader reader = open()) {
            while (!reader.hasCaughtUp()) {
                reader.poll(Duration.ofMillis(100), (ShareResult statement, Instant at) -> all.add(statement));
            }
        }
        return all;
    }

    /** The services make the topic when they start. */
    private ShareResultsReader open() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(100))
                .atMost(PATIENCE)
                .ignoreExceptionsMatching(e -> e instanceof KafkaException || e instanceof IllegalStateException)
                .until(
                        () -> new ShareResultsReader(
                                Map.of("bootstrap.servers", world.bootstrapServers()), TopicNames.PLAIN),
                        reader -> true);
    }
}
