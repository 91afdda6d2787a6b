package io.sharewell.benchmark.micro;

import io.sharewell.aws.AwsRegions;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A sweep of 100 accounts, statement by statement; the figure is for one statement. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LedgerBenchmark {

    private static final int ACCOUNTS = 100;
    private static final int STATEMENTS = ACCOUNTS * 20;

    private final List<ShareResult> statements = statements();

    private static List<ShareResult> statements() {
        List<Region> regions = AwsRegions.wellArchitected("aws").subList(0, 18);
        List<ShareResult> all = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            AccountId account = AccountId.of("%012d".formatted(i));
            all.add(new ShareResult.AccountSelected(Samples.ENVELOPE, account, "account " + i, "Root/Workloads"));
            all.add(new ShareResult.AccountOpened(Samples.ENVELOPE, account, regions));
            regions.forEach(region -> all.add(Samples.scanned(account, region)));
        }
        return all;
    }

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public Ledger apply() {
        Ledger ledger = new Ledger();
        statements.forEach(statement -> ledger.apply(statement, Samples.NOW));
        return ledger;
    }
}
