package io.sharewell.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchmarkTest {

    private final StringWriter told = new StringWriter();
    private final CommandLine command =
            new CommandLine(new Benchmark()).setOut(new PrintWriter(told)).setErr(new PrintWriter(told));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sweep --sweeps=0",
                "sweep --passes=-1",
                "sweep --concurrency=-5",
                "sweep --accounts=100,2",
                "sweep --latency=50ms,fast",
                "sweep --http-client=WGET",
                "sweep --set=REGION_SCANNER_CONCURRENCY=16",
                "services --accounts=2",
                "services --latency=fast",
                "services --scanners=1,0",
                "services --sweeps=0",
                "start --times=0",
                "micro --seconds=0",
                "ledger --accounts=0",
                "ledger --sweeps=0",
                "ledger --nothing"
            })
    void wrongOptionsExitWithWrongUsageAndSayWhichTheyAre(String line) {
        assertThat(command.execute(line.split(" "))).isEqualTo(Benchmark.WRONG_USAGE);

        assertThat(told.toString()).contains(line.replaceAll(".* |=.*", ""));
    }

    @Test
    void whatCannotBeMeasuredExitsWithNotMeasured() {
        assertThat(command.execute("micro", "--out=/dev/null/results")).isEqualTo(Benchmark.NOT_MEASURED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sweep", "services", "start", "micro", "ledger"})
    void helpSaysWhatTheExitStatusMeans(String measurement) {
        assertThat(command.execute(measurement, "--help")).isZero();

        assertThat(told.toString()).contains("Usage: benchmark " + measurement, "Exit status");
    }

    @Test
    void theLedgerTellsWhatItTakesOfHeapAndTime() {
        assertThat(command.execute("ledger", "--accounts=20", "--sweeps=2")).isZero();

        assertThat(told.toString())
                .contains("| after sweep | heap MB | bytes per account | statements/s |")
                .containsPattern("\\| 2 \\| .* \\| [1-9][0-9,]* \\|\n");
    }
}
