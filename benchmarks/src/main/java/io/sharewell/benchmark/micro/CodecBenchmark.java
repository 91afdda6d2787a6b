package io.sharewell.benchmark.micro;

import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.EventType;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records to JSON and back, and their headers, of which the id is the dearest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CodecBenchmark {

    @Param({"unit", "workload", "scanned"})
    private String record;

    private Event event;
    private String type;
    private byte[] value;

    @Setup
    public void prepare() {
        event = switch (record) {
            case "unit" -> Samples.unit();
            case "workload" -> Samples.workloadFound();
            default -> Samples.scanned(Samples.ACCOUNT, Samples.REGION);
        };
        type = EventType.of(event).ceType();
        value = EventCodec.encode(event);
    }

    @Benchmark
    public byte[] encode() {
        return EventCodec.encode(event);
    }

    @Benchmark
    public Event decode() {
        return EventCodec.decode(type, value);
    }

    @Benchmark
    public String id() {
        return EventCodec.id(event);
    }

    @Benchmark
    public Map<String, String> headers() {
        return EventCodec.headers(event, "region-scanner", Samples.NOW);
    }
}
