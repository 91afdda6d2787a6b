package io.sharewell.events.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ledger's rules under streams that nobody thought of. A failure names its seed: add it to {@link #seeds()}. */
class RandomStreamsTest {

    /** Always the same, and some that nobody has tried yet. */
    static LongStream seeds() {
        return LongStream.concat(
                LongStream.range(0, 200), ThreadLocalRandom.current().longs(20));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOpenIsAlwaysWhatARecountFinds(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<ShareResult> said = random.repeatedLater(random.interleaved(random.partitions()));
        SweepLedger ledger = new SweepLedger("s1");

        for (int i = 0; i < said.size(); i++) {
            ledger.apply(said.get(i), Story.STARTED);

            Recount recount = Recount.of(said.subList(0, i + 1));
            assertThat(ledger.open())
                    .as("seed %d, statement %d: %s", seed, i, said.get(i))
                    .isEqualTo(recount.open().size());
            assertThat(new TreeSet<>(ledger.openSubjects(Integer.MAX_VALUE)))
                    .as("seed %d, statement %d: %s", seed, i, said.get(i))
                    .isEqualTo(recount.open());
            assertThat(ledger.everythingHasAnOutcome())
                    .as("seed %d, statement %d: %s", seed, i, said.get(i))
                    .isEqualTo(recount.complete());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNumbersAreWhatARecountFinds(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<ShareResult> said = random.repeatedLater(random.interleaved(random.partitions()));

        SweepLedger ledger = new SweepLedger("s1");

        for (int i = 0; i < said.size(); i++) {
            ledger.apply(said.get(i), Story.STARTED);

            assertThat(ledger.totals())
                    .as("seed %d, statement %d: %s", seed, i, said.get(i))
                    .isEqualTo(Recount.of(said.subList(0, i + 1)).totals());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderBetweenPartitionsDoesNotMatter(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<List<ShareResult>> partitions = random.partitions();
        SweepReport oneAfterTheOther =
                ledgerOf(partitions.stream().flatMap(List::stream).toList()).report();

        for (int i = 0; i < 5; i++) {
            assertThat(ledgerOf(random.interleaved(partitions)).report())
                    .as("seed %d", seed)
                    .isEqualTo(oneAfterTheOther);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void repetitionDoesNotMatter(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<ShareResult> said = random.interleaved(random.partitions());

        assertThat(ledgerOf(random.repeatedAtOnce(said)).report())
                .as("seed %d", seed)
                .isEqualTo(ledgerOf(said).report());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCompleteSweepAddsUpAndStaysCompleteWhateverIsSaidAgain(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<ShareResult> said = new ArrayList<>(random.interleaved(random.partitions()));
        said.addAll(random.remedy(Recount.of(said)));
        SweepLedger ledger = ledgerOf(said);
        assertAddsUp(seed, ledger);

        // A listing may think again; and an older plan may name workloads that have no result because nobody asked
        for (ShareResult again : random.interleaved(List.of(said, said))) {
            if (!(again instanceof ShareResult.AccountSelected)) {
                ledger.apply(again, Story.STARTED);
            }
            assertThat(ledger.openSubjects(Integer.MAX_VALUE))
                    .as("seed %d, again: %s", seed, again)
                    .allMatch(RandomStreamsTest::isWorkload);
        }
        said.forEach(again -> ledger.apply(again, Story.STARTED));
        assertAddsUp(seed, ledger);
    }

    private static boolean isWorkload(String subject) {
        return subject.split("/").length == 3;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theReportHoldsWhatTheTotalsCount(long seed) {
        RandomSweep random = new RandomSweep(seed);
        SweepReport report = ledgerOf(random.interleaved(random.partitions())).report();

        assertThat(report.problems())
                .as("seed %d", seed)
                .hasSize(report.workloads().problems());
        assertThat(accounts(report, AccountOutcome.OPENED))
                .as("seed %d", seed)
                .isEqualTo(report.accounts().opened());
        assertThat(accounts(report, AccountOutcome.BLOCKED))
                .as("seed %d", seed)
                .isEqualTo(report.accounts().blocked());
        assertThat(accounts(report, AccountOutcome.SKIPPED))
                .as("seed %d", seed)
                .isEqualTo(report.accounts().skipped());
        assertThat(units(report, RegionOutcome.SCANNED))
                .as("seed %d", seed)
                .isEqualTo(report.units().scanned());
        assertThat(units(report, RegionOutcome.SKIPPED))
                .as("seed %d", seed)
                .isEqualTo(report.units().skipped());
        assertThat(units(report, RegionOutcome.FAILED))
                .as("seed %d", seed)
                .isEqualTo(report.units().failed());
        assertThat(regions(report)).as("seed %d", seed).hasSize(report.units().total());
        assertThat(regions(report).stream().mapToInt(RegionResult::workloads).sum())
                .as("seed %d", seed)
                .isEqualTo(report.workloads().found());
        assertThat(report.workloads().found() - report.results().size())
                .as("seed %d: workloads without a result are open", seed)
                .isEqualTo(report.open().stream()
                        .filter(RandomStreamsTest::isWorkload)
                        .count());
        assertThat(report.results().stream()
                        .mapToLong(it -> it.targets().size())
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(sum(report.workloads().actions().values()))
                .isEqualTo(sum(report.workloads().statuses().values()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatASweepSaysHasNothingToDoWithWhatTheSweepBeforeSaid(long seed) {
        RandomSweep random = new RandomSweep(seed);
        List<ShareResult> much = random.interleaved(random.partitions());
        List<ShareResult> some = random.repeatedLater(much.subList(0, much.size() / 2));
        List<ShareResult> other = random.interleaved(random.partitions());

        for (List<ShareResult> earlier : List.of(much, some, other)) {
            SweepLedger before = ledgerOf(earlier);
            SweepReport saidBefore = before.report();
            SweepLedger sweep = new SweepLedger("s1", before);
            much.forEach(it -> sweep.apply(it, Story.STARTED));

            assertThat(sweep.report())
                    .as("seed %d", seed)
                    .isEqualTo(ledgerOf(much).report());
            assertThat(sweep.open())
                    .as("seed %d", seed)
                    .isEqualTo(ledgerOf(much).open());
            assertThat(before.report()).as("seed %d", seed).isEqualTo(saidBefore);
        }
    }

    private static void assertAddsUp(long seed, SweepLedger ledger) {
        Totals totals = ledger.totals();
        assertThat(totals.accounts().selected())
                .as("seed %d", seed)
                .isEqualTo(totals.accounts().opened() + totals.accounts().blocked());
        assertThat(totals.units().total())
                .as("seed %d", seed)
                .isEqualTo(totals.units().scanned()
                        + totals.units().skipped()
                        + totals.units().failed());
        assertThat(ledger.open()).as("seed %d", seed).isZero();
        assertThat(ledger.report().results()).as("seed %d", seed).hasSize(totals.workloads());
    }

    private static SweepLedger ledgerOf(List<ShareResult> said) {
        SweepLedger ledger = new SweepLedger("s1");
        said.forEach(it -> ledger.apply(it, Story.STARTED));
        return ledger;
    }

    private static long accounts(SweepReport report, AccountOutcome outcome) {
        return report.accountResults().stream()
                .filter(it -> it.outcome() == outcome)
                .count();
    }

    private static List<RegionResult> regions(SweepReport report) {
        return report.accountResults().stream()
                .flatMap(it -> it.regions().values().stream())
                .toList();
    }

    private static long units(SweepReport report, RegionOutcome outcome) {
        return regions(report).stream().filter(it -> it.outcome() == outcome).count();
    }

    private static long sum(Collection<Integer> counts) {
        return counts.stream().mapToLong(Integer::longValue).sum();
    }
}
