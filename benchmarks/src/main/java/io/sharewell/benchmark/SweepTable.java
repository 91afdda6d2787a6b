package io.sharewell.benchmark;

import static io.sharewell.benchmark.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A measurement as Markdown, as it stands in {@code docs/performance.md}. */
final class SweepTable {

    private final Measurement measured;
    private final List<String> lines = new ArrayList<>();

    SweepTable(Measurement measured) {
        this.measured = measured;
    }

    String text() {
        Organization swept = measured.organization();
        lines.add("### %,d accounts × 18 Regions, %d workloads per account, %s"
                .formatted(swept.accounts(), swept.workloadsPerAccount(), swept.latency()));
        lines.add("");
        sweeps();
        bareLoop();
        calls();
        return String.join("\n", lines);
    }

    private void sweeps() {
        MarkdownTable table = new MarkdownTable(
                "sweep",
                "wall s",
                "units/s",
                "AWS calls/s",
                "CPU ms/unit services",
                "broker",
                "simulator",
                "Kafka bytes/unit",
                "peak MB services",
                "broker",
                "simulator",
                "account p50 s",
                "p95",
                "p99");
        for (SweepResult sweep : measured.sweeps()) {
            table.row(
                    sweep.name(),
                    number(1, sweep.seconds()),
                    number(0, sweep.unitsPerSecond()),
                    number(0, sweep.callsPerSecond()),
                    number(2, sweep.cpuMillisPerUnit().services()),
                    number(2, sweep.cpuMillisPerUnit().broker()),
                    number(2, sweep.cpuMillisPerUnit().simulator()),
                    number(0, sweep.kafkaBytesPerUnit()),
                    String.valueOf(sweep.peakMegabytes().services()),
                    String.valueOf(sweep.peakMegabytes().broker()),
                    String.valueOf(sweep.peakMegabytes().simulator()),
                    number(1, sweep.perAccount().p50()),
                    number(1, sweep.perAccount().p95()),
                    number(1, sweep.perAccount().p99()));
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add("Services ready after %s s.".formatted(number(1, measured.secondsToStart())));
        lines.add("");
    }

    private void bareLoop() {
        if (measured.bareLoop().isEmpty()) {
            return;
        }
        MarkdownTable table = new MarkdownTable(
                "bare loop",
                "wall s",
                "AWS calls/s",
                "CPU ms/call",
                "CPU ms/unit",
                "sweep's calls/s ÷ loop's",
                "CPU/unit ÷ loop's");
        for (int i = 0; i < measured.bareLoop().size(); i++) {
            BarePass pass = measured.bareLoop().get(i);
            Measurement.Ratio ratio = measured.ratios().get(i);
            table.row(
                    "pass %d, to the sweep \"%s\"".formatted(i + 1, ratio.sweep()),
                    number(1, pass.seconds()),
                    number(0, pass.callsPerSecond()),
                    number(2, pass.cpuMillisPerCall()),
                    number(2, pass.cpuMillisPerUnit()),
                    number(2, ratio.callsPerSecond()),
                    number(2, ratio.cpuPerUnit()));
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add("%d calls at once.".formatted(measured.tuning().callsAtOnce()));
        lines.add("");
    }

    private void calls() {
        List<String> head = new ArrayList<>(List.of("calls", "fewest"));
        measured.sweeps().forEach(sweep -> head.add(sweep.name()));
        MarkdownTable table = new MarkdownTable(head.toArray(String[]::new));
        Set<String> operations = new TreeSet<>();
        measured.sweeps().forEach(sweep -> operations.addAll(sweep.calls().keySet()));
        for (String operation : operations) {
            List<String> cells = new ArrayList<>(
                    List.of(operation, count(measured.sweeps().getFirst().fewest(), operation)));
            measured.sweeps().forEach(sweep -> cells.add(count(sweep.calls(), operation)));
            table.row(cells.toArray(String[]::new));
        }
        lines.addAll(table.lines());
        lines.add("");
    }

    private static String count(Map<String, Long> calls, String operation) {
        return calls.containsKey(operation) ? "%,d".formatted(calls.get(operation)) : "–";
    }
}
