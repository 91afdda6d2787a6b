package io.sharewell.benchmark;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import io.sharewell.events.ledger.Ledger;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the ledger of account-discovery takes of its heap, and of time. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = {
            "The heap that account-discovery's ledger takes after one sweep after another, each of 18 Regions and 3 workloads",
            "per account, its statements read as from the topic, and how many of them it parses and takes in a second.",
            "The last sweep does not end: so much is kept while one runs."
        })
final class LedgerCommand implements Callable<Integer> {

    private static final int REGIONS = 18;
    private static final int NOT_ENABLED = 2;
    private static final int WORKLOAD_EVERY = 6;
    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "10000")
    private int accounts;

    @Option(names = "--sweeps", paramLabel = "N", defaultValue = "3")
    private int sweeps;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Checks checks;

    private final Ledger ledger = new Ledger();
    private final List<Region> regions =
            AwsRegions.wellArchitected("aws").stream().limit(REGIONS).toList();
    /** Of one sweep, and the time in which they were parsed and taken in. */
    private long statements;

    private long nanos;

    @Override
    public Integer call() {
        checks.atLeast(1, "--accounts", accounts);
        checks.atLeast(1, "--sweeps", sweeps);
        MarkdownTable table = new MarkdownTable("after sweep", "heap MB", "bytes per account", "statements/s");
        long before = liveHeap();
        for (int i = 1; i <= sweeps; i++) {
            statements = 0;
            nanos = 0;
            sweep(i);
            long taken = liveHeap() - before;
            table.row(
                    String.valueOf(i),
                    MarkdownTable.number(1, taken / 1e6),
                    MarkdownTable.number(0, (double) taken / accounts),
                    MarkdownTable.number(0, statements * 1e9 / nanos));
        }
        PrintWriter out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.printf("%d sweeps known%n", ledger.summaries().size());
        out.flush();
        return 0;
    }

    private void sweep(int number) {
        Envelope sweep = Envelope.of("20261122T060000Z-%08d".formatted(number), Purpose.SHARE, Mode.APPLY);
        read(new ShareResult.SweepStarted(sweep, NOW.plusSeconds(number), Cause.SCHEDULE, Selection.everything()));
        for (int i = 0; i < accounts; i++) {
            account(sweep, i, number == 1);
        }
        read(new ShareResult.AccountsSelected(sweep, accounts, 0));
        if (number < sweeps) {
            ShareResult.Totals totals =
                    ledger.sweep(sweep.sweepId()).orElseThrow().totals();
            read(new ShareResult.SweepCompleted(sweep, NOW, NOW, totals, List.of(), List.of()));
        }
    }

    private void account(Envelope sweep, int number, boolean first) {
        AccountId account = AccountId.of("%012d".formatted(number));
        read(new ShareResult.AccountSelected(sweep, account, "account " + number, "Root/Workloads/" + number % 50));
        read(new ShareResult.AccountOpened(sweep, account, regions));
        for (int i = 0; i < REGIONS; i++) {
            Region region = regions.get(i);
            if (i < NOT_ENABLED) {
                read(new ShareResult.RegionSkipped(
                        sweep, account, region, Problem.of(Reason.REGION_NOT_ENABLED, "UnrecognizedClientException")));
            } else if ((i + number) % WORKLOAD_EVERY == 0) {
                String id = "%024x%08x".formatted(number, i);
                read(new ShareResult.RegionScanned(sweep, account, region, List.of(id)));
                read(result(sweep, account, region, id, first));
            } else {
                read(new ShareResult.RegionScanned(sweep, account, region, List.of()));
            }
        }
    }

    private static ShareResult result(Envelope sweep, AccountId account, Region region, String id, boolean first) {
        Workload workload = new Workload(
                id,
                "arn:aws:wellarchitected:" + region + ":" + account + ":workload/" + id,
                "Payments of " + account,
                Map.of("HIGH", 3, "MEDIUM", 7, "UNANSWERED", 40),
                "NOT_APPLICABLE",
                List.of("wellarchitected", "serverless"),
                NOW);
        TargetOutcome target = new TargetOutcome(
                Principal.of("999999999999"),
                Permission.READONLY,
                first ? Action.CREATED : Action.NONE,
                "f" + id.substring(1),
                first ? "PENDING" : "ACCEPTED",
                null);
        return new ShareResult.WorkloadResult(sweep, account, region, workload, List.of(target), null);
    }

    /** As it comes from the topic, every object its own. */
    private void read(ShareResult said) {
        byte[] record = EventCodec.encode(said);
        String type = EventType.of(said).ceType();
        long begin = System.nanoTime();
        ledger.apply((ShareResult) EventCodec.decode(type, record), NOW);
        nanos += System.nanoTime() - begin;
        statements++;
    }

    private static long liveHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
