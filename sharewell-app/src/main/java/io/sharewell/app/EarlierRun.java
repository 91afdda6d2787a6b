package io.sharewell.app;

import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.messaging.EarlierSweeps;
import io.sharewell.events.Purpose;
import io.sharewell.events.Topic;
import io.sharewell.events.ledger.SweepLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;

/**
 * What an earlier run left in the broker's folder. With the same settings its sweep goes on; otherwise it is superseded
 * and its records are dropped before anybody works on them.
 */
final class EarlierRun implements EarlierSweeps {

    private final Path file;
    private final String settings;
    private final boolean same;

    /** @param settings what must be the same */
    EarlierRun(Workspace workspace, String settings) {
        this.file = workspace.file("run.settings");
        this.settings = settings;
        this.same = settings.equals(earlierSettings());
    }

    private String earlierSettings() {
        try {
            return Files.exists(file) ? Files.readString(file) : settings;
        } catch (IOException e) {
            throw new Failures.SetUpException("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** To be called before the services start. */
    void dropWorkIfOther(String bootstrapServers) {
        if (!same) {
            dropWork(bootstrapServers);
        }
        try {
            Files.writeString(file, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropWork(String bootstrapServers) {
        Set<String> work = Stream.of(Topic.values())
                .filter(topic -> topic != Topic.SHARE_RESULTS)
                .flatMap(topic -> topic.family().stream())
                .filter(name -> !name.endsWith(".dlq"))
                .collect(Collectors.toSet());
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            work.retainAll(admin.listTopics().names().get());
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            admin.describeTopics(work).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                    .forEach(partition ->
                            ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
            admin.listOffsets(ends)
                    .all()
                    .get()
                    .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end.offset())));
            admin.deleteRecords(all).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the records of an earlier run cannot be dropped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Before anything is gone on with: after another command, all sweeps without an end are superseded. */
    @Override
    public void decide(SweepConductor conductor) throws InterruptedException {
        if (!same) {
            for (String sweepId : conductor.read(ledger ->
                    ledger.running().stream().map(SweepLedger::sweepId).toList())) {
                conductor.supersede(sweepId);
            }
        }
    }

    /** The sweep of that purpose to go on with. */
    Optional<String> unfinished(SweepConductor conductor, Purpose purpose) {
        return same
                ? conductor.read(ledger -> ledger.running().stream()
                        .filter(sweep -> sweep.envelope().purpose() == purpose)
                        .map(SweepLedger::sweepId)
                        .findFirst())
                : Optional.empty();
    }
}
