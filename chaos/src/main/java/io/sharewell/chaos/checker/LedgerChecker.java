package io.sharewell.chaos.checker;

import io.sharewell.chaos.checker.Evidence.Share;
import io.sharewell.events.ShareResult;
import io.sharewell.events.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Whether a run kept the promise: every selected account, unit and workload has its outcome and nothing else has, no
 * workload has two live shares with one target, what is said of shares is what AWS has, dead letters and retries are in order, and nothing waits any more. It
 * counts for itself, without the product's own ledger.
 */
public final class LedgerChecker {

    private LedgerChecker() {}

    /** @throws AssertionError with all that does not hold */
    public static void assertClosed(Evidence evidence) {
        List<String> violations = violations(evidence);
        if (!violations.isEmpty()) {
            throw new AssertionError("The ledger does not close:\n  "
                    + String.join("\n  ", violations.subList(0, Math.min(50, violations.size()))));
        }
    }

    /** All that does not hold, one sentence each; empty if the ledger closes. */
    public static List<String> violations(Evidence evidence) {
        return Stream.of(
                        equations(evidence),
                        secondShares(evidence.shares()),
                        SharesTold.violations(evidence),
                        DeadLetters.violations(evidence),
                        Exhausted.violations(evidence),
                        Retries.violations(evidence),
                        lag(evidence.lag()))
                .flatMap(it -> it)
                .toList();
    }

    /**
     * Which of these did not end as a dead letter.
     *
     * @param positions {@code topic-partition@offset} of records that must not be worked on
     */
    public static List<String> notDead(Evidence evidence, Set<String> positions) {
        Set<String> dead = DeadLetters.origins(evidence);
        return positions.stream()
                .filter(position -> !dead.contains(position))
                .sorted()
                .map(position -> "record " + position + " should be a dead letter, and is none")
                .toList();
    }

    /** Which of these no statement of the run tells. */
    public static List<String> notTold(Evidence evidence, Set<Expected> expected) {
        Set<Expected> told = evidence.on(Topic.SHARE_RESULTS.topicName()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(ShareResult.class::isInstance)
                .flatMap(event -> Reasons.of((ShareResult) event).map(reason -> new Expected(event.subject(), reason)))
                .collect(Collectors.toSet());
        return expected.stream()
                .filter(it -> !told.contains(it))
                .map(it -> "nothing tells %s of %s".formatted(it.reason(), it.subject()))
                .sorted()
                .toList();
    }

    private static Stream<String> equations(Evidence evidence) {
        Map<String, SweepCount> sweeps = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : evidence.on(Topic.SHARE_RESULTS.topicName())) {
            if (Reading.event(record).orElse(null) instanceof ShareResult statement) {
                sweeps.computeIfAbsent(statement.envelope().sweepId(), SweepCount::new)
                        .take(statement);
            }
        }
        for (Topic topic : List.of(Topic.ACCOUNT_SESSIONS, Topic.WORKLOADS_FOUND)) {
            for (ConsumerRecord<byte[], byte[]> record : evidence.on(topic.topicName())) {
                Reading.event(record).ifPresent(work -> {
                    SweepCount sweep = sweeps.get(work.envelope().sweepId());
                    if (sweep != null) {
                        sweep.work(work);
                    }
                });
            }
        }
        return sweeps.isEmpty()
                ? Stream.of("there is no sweep on share-results")
                : sweeps.values().stream().flatMap(SweepCount::violations);
    }

    private static Stream<String> secondShares(List<Share> shares) {
        return shares.stream()
                .filter(Share::isLive)
                .collect(Collectors.groupingBy(
                        share -> share.workload() + " with " + share.sharedWith(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(count -> count.getValue() > 1)
                .map(count -> count.getValue() + " live shares of workload " + count.getKey());
    }

    private static Stream<String> lag(Map<String, Long> lag) {
        return lag.entrySet().stream()
                .filter(it -> it.getValue() != 0)
                .map(it -> "lag of " + it.getKey() + ": " + it.getValue());
    }
}
