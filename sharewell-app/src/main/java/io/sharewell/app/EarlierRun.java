package io.sharewell.app;

import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.discovery.messaging.EarlierSweeps;
import io.sharewell.events.Purpose;
import io.sharewell.events.Topic;
import io.sharewell.events.ledger.SweepLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * What an earlier run left in the broker's folder. With the same settings its sweep goes on; otherwise it is superseded
 * and its records are dropped before anybody works on them.
 */
final class EarlierRun implements EarlierSweeps {

    private static final String NOBODYS = "";

    /** A day less than the broker keeps work: a sweep whose records are gone would wait for nothing. */
    private static final Duration OLDEST_GONE_ON_WITH = Duration.ofDays(6);

    private final Path file;
    private final String settings;
    private final boolean ranBefore;
    private final boolean same;
    private final Set<String> goneOnWith = ConcurrentHashMap.newKeySet();

    /** @param settings what must be the same */
    EarlierRun(Workspace workspace, String settings) {
        this.file = workspace.file("run.settings");
        this.settings = settings;
        this.ranBefore = Files.exists(file);
        this.same = settings.equals(earlierSettings());
    }

    private String earlierSettings() {
        try {
            return ranBefore ? Files.readString(file) : settings;
        } catch (IOException e) {
            throw new Failures.SetUpException("cannot read " + file + ": " + e.getMessage());
        }
    }

    /** To be called before the services start. */
    void clearUp(String bootstrapServers) {
        // Until the other command's sweeps have their ends: whoever comes before that must not go on with them either
        write(same ? settings : NOBODYS);
        if (ranBefore) {
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
                forgetMembers(admin);
                if (!same) {
                    dropWork(admin);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("what an earlier run left cannot be cleared up", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void write(String whose) {
        try {
            Files.writeString(file, whose);
        } catch (IOException e) {
            throw new Failures.SetUpException(
                    "cannot write " + file + " (" + e.getMessage() + "): choose a --broker-dir that can be written to");
        }
    }

    /** Who read with the killed command's broker died with it, but each group would wait ten seconds for its dead. */
    private static void forgetMembers(Admin admin) throws ExecutionException, InterruptedException {
        for (KafkaFuture<ConsumerGroupDescription> described :
                admin.describeConsumerGroups(groups()).describedGroups().values()) {
            try {
                ConsumerGroupDescription group = described.get();
                if (!group.members().isEmpty()) {
                    admin.removeMembersFromConsumerGroup(group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                            .all()
                            .get();
                }
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                    throw e;
                }
            }
        }
    }

    /** By name, since a broker that has just started does not list them all yet. */
    static List<String> groups() {
        return Stream.of("credential-broker", "credential-broker-renewals", "region-scanner", "share-writer")
                .flatMap(group -> Stream.concat(
                        Stream.of(group),
                        IntStream.rangeClosed(1, Topic.RUNGS).mapToObj(rung -> Topic.relayGroup(group, rung))))
                .toList();
    }

    private static void dropWork(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> work = Stream.of(Topic.values())
                .filter(topic -> topic != Topic.SHARE_RESULTS)
                .flatMap(topic -> topic.family().stream())
                .filter(name -> !name.endsWith(".dlq"))
                .collect(Collectors.toSet());
        work.retainAll(admin.listTopics().names().get());
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        admin.describeTopics(work).allTopicNames().get().forEach((name, topic) -> topic.partitions()
                .forEach(partition -> ends.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        admin.listOffsets(ends)
                .all()
                .get()
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end.offset())));
        admin.deleteRecords(all).all().get();
    }

    /**
     * Before anything is gone on with: sweeps without an end are superseded after another command, and have their whole
     * time again after the same one, as long as their records are there.
     */
    @Override
    public void decide(SweepConductor conductor) throws InterruptedException {
        for (String sweepId : conductor.read(
                ledger -> ledger.running().stream().map(SweepLedger::sweepId).toList())) {
            if (same && conductor.giveTimeAgain(sweepId, OLDEST_GONE_ON_WITH)) {
                goneOnWith.add(sweepId);
            } else {
                conductor.supersede(sweepId);
            }
        }
    }

    /** After that: what is left from now on is this command's. */
    void takeOver() {
        write(settings);
    }

    /** The sweep of that purpose to go on with. */
    Optional<String> unfinished(SweepConductor conductor, Purpose purpose) {
        return conductor.read(ledger -> ledger.running().stream()
                .filter(sweep -> sweep.envelope().purpose() == purpose)
                .map(SweepLedger::sweepId)
                .filter(goneOnWith::contains)
                .findFirst());
    }
}
