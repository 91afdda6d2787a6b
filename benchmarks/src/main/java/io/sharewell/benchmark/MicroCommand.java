package io.sharewell.benchmark;

import io.sharewell.benchmark.micro.SealBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The small things, under JMH. */
@Command(
        name = "micro",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "The small things under JMH: seal, codec, ids, failures, decision, ledger.")
final class MicroCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", defaultValue = ".*", description = "Benchmarks whose names match.")
    private String names;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Of measurement for each, and of warm-up.")
    private int seconds;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "benchmarks/target/results")
    private Path folder;

    @Mixin
    private Checks checks;

    @Override
    public Integer call() throws Exception {
        checks.atLeast(1, "--seconds", seconds);
        Files.createDirectories(folder);
        new Runner(new OptionsBuilder()
                        .include(SealBenchmark.class.getPackageName() + "." + names)
                        .forks(1)
                        .shouldFailOnError(true)
                        .warmupIterations(seconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                        .resultFormat(ResultFormatType.JSON)
                        .result(folder.resolve("micro.json").toString())
                        .build())
                .run();
        return 0;
    }
}
