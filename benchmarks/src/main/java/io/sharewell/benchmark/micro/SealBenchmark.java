package io.sharewell.benchmark.micro;

import io.sharewell.events.SealedSession;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Sealing is done once per account, opening once per account and worker. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SealBenchmark {

    private final SessionSeal seal = Samples.seal();
    private final SealedSession sealed = Samples.sealed(seal);

    @Benchmark
    public SealedSession seal() {
        return Samples.sealed(seal);
    }

    @Benchmark
    public SessionCredentials open() throws Exception {
        return seal.open(sealed, Samples.CONTEXT);
    }
}
