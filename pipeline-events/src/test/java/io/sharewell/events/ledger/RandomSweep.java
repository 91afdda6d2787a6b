package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.TargetOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Streams of statements as a troubled sweep makes them: retries, replays, late refusals, results before the scan,
 * second thoughts. What is random comes from the seed alone.
 */
final class RandomSweep {

    private static final List<Region> REGIONS =
            List.of(Region.of("eu-west-1"), Region.of("us-east-1"), Region.of("ap-south-1"));
    private static final List<Action> ACTIONS =
            List.of(Action.NONE, Action.NONE, Action.CREATED, Action.UPDATED, Action.DELETED, Action.RENEWED);
    private static final List<Reason> REASONS = List.of(Reason.RETRIES_EXHAUSTED, Reason.WORKLOAD_GONE, Reason.DENIED);

    private final Random random;
    private final Story sweep = Story.of("s1");
    private final List<Story> rounds = List.of(sweep, sweep, sweep, sweep.replay("r1"), sweep.replay("r2"));

    RandomSweep(long seed) {
        random = new Random(seed);
    }

    /** What is said of each account, in the order of its partition, and of the sweep itself. */
    List<List<ShareResult>> partitions() {
        List<List<ShareResult>> partitions = new ArrayList<>();
        int accounts = 1 + random.nextInt(5);
        IntStream.range(0, accounts).forEach(i -> partitions.add(ofAccount(AccountId.of("%012d".formatted(i + 1)))));
        long selected = partitions.stream()
                .filter(said -> said.stream().anyMatch(ShareResult.AccountSelected.class::isInstance))
                .count();
        partitions.add(List.of(sweep.started(), sweep.listed((int) selected)));
        return partitions;
    }

    private List<ShareResult> ofAccount(AccountId account) {
        List<ShareResult> said = new ArrayList<>();
        if (chance(10)) {
            said.add(sweep.skipped(account));
        }
        if (said.isEmpty() || chance(50)) {
            said.add(sweep.selected(account));
            if (chance(15)) {
                said.add(sweep.blocked(account));
            }
            if (chance(85)) {
                said.addAll(shuffled(work(account)));
                said.add(1 + random.nextInt(said.size()), sweep.opened(account, someRegions()));
            }
        }
        if (chance(5)) {
            said.add(sweep.skipped(account));
        }
        return said;
    }

    private List<ShareResult> work(AccountId account) {
        List<ShareResult> said = new ArrayList<>();
        if (chance(20)) {
            said.add(anyRound().blocked(account));
        }
        if (chance(20)) {
            said.add(anyRound().opened(account, someRegions()));
        }
        for (Region region : REGIONS) {
            IntStream.range(0, random.nextInt(4)).forEach(_ -> said.add(outcome(account, region)));
            IntStream.range(0, random.nextInt(6)).forEach(_ -> said.add(result(account, region)));
        }
        return said;
    }

    private ShareResult outcome(AccountId account, Region region) {
        return switch (random.nextInt(5)) {
            case 0 -> anyRound().regionSkipped(account, region);
            case 1 -> anyRound().regionFailed(account, region);
            default -> anyRound().scanned(account, region, someWorkloads());
        };
    }

    private ShareResult result(AccountId account, Region region) {
        String workload = "w" + random.nextInt(4);
        if (chance(15)) {
            return anyRound().failedResult(account, region, workload, anyOf(REASONS));
        }
        TargetOutcome target = chance(20)
                ? Story.reviews(anyOf(ACTIONS), "REJECTED", Reason.REFUSED)
                : Story.reviews(anyOf(ACTIONS), chance(50) ? "PENDING" : "ACCEPTED");
        return anyRound().result(account, region, workload, target);
    }

    /** One stream of all partitions: any interleaving, each partition in its order. */
    List<ShareResult> interleaved(List<List<ShareResult>> partitions) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < partitions.size(); i++) {
            turns.addAll(Collections.nCopies(partitions.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        int[] next = new int[partitions.size()];
        return turns.stream().map(i -> partitions.get(i).get(next[i]++)).toList();
    }

    /** Each statement one to five times, one after the other: a redelivery, or a producer that was not sure. */
    List<ShareResult> repeatedAtOnce(List<ShareResult> said) {
        List<ShareResult> repeated = new ArrayList<>();
        said.forEach(it -> repeated.addAll(Collections.nCopies(1 + random.nextInt(5), it)));
        return repeated;
    }

    /** The same with some of the statements once more, any time later. */
    List<ShareResult> repeatedLater(List<ShareResult> said) {
        List<ShareResult> repeated = new ArrayList<>(said);
        for (int i = 0; i < said.size() / 2; i++) {
            int from = random.nextInt(repeated.size());
            repeated.add(from + 1 + random.nextInt(repeated.size() - from), repeated.get(from));
        }
        return repeated;
    }

    /** What is still missing, so that the sweep is complete. */
    List<ShareResult> remedy(Recount recount) {
        List<ShareResult> missing = new ArrayList<>();
        for (String subject : recount.open()) {
            String[] parts = subject.split("/");
            AccountId account = AccountId.of(parts[0]);
            missing.add(
                    switch (parts.length) {
                        case 1 -> sweep.blocked(account);
                        case 2 -> sweep.regionFailed(account, Region.of(parts[1]));
                        default ->
                            sweep.result(
                                    account,
                                    Region.of(parts[1]),
                                    parts[2].substring(parts[2].indexOf('w')),
                                    Story.reviews(Action.NONE, "ACCEPTED"));
                    });
        }
        return missing;
    }

    private Story anyRound() {
        return anyOf(rounds);
    }

    private Region[] someRegions() {
        return REGIONS.stream().filter(_ -> chance(70)).toArray(Region[]::new);
    }

    private String[] someWorkloads() {
        return IntStream.range(0, 4)
                .filter(_ -> chance(50))
                .mapToObj(i -> "w" + i)
                .toArray(String[]::new);
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> shuffled(List<T> all) {
        Collections.shuffle(all, random);
        return all;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
