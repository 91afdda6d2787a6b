package io.sharewell.benchmark;

import static io.sharewell.benchmark.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Services in processes of their own as Markdown, as it stands in {@code docs/performance.md}. */
final class ServicesTable {

    private final Organization swept;
    private final List<ServicesApart> measured;

    ServicesTable(Organization swept, List<ServicesApart> measured) {
        this.swept = swept;
        this.measured = measured;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("### Services apart, %,d accounts × 18 Regions, %d workloads per account, %s"
                .formatted(swept.accounts(), swept.workloadsPerAccount(), swept.latency()));
        lines.add("");
        lines.addAll(sweeps().lines());
        lines.add("");
        lines.addAll(services().lines());
        lines.add("");
        return String.join("\n", lines);
    }

    private MarkdownTable sweeps() {
        MarkdownTable table = new MarkdownTable(
                "scanners",
                "sweep",
                "wall s",
                "units/s",
                "AWS calls/s",
                "CPU ms/unit services",
                "units of each scanner");
        for (ServicesApart one : measured) {
            for (SweepResult sweep : one.sweeps()) {
                table.row(
                        String.valueOf(one.scanners()),
                        sweep.name(),
                        number(1, sweep.seconds()),
                        number(0, sweep.unitsPerSecond()),
                        number(0, sweep.callsPerSecond()),
                        number(2, sweep.cpuMillisPerUnit().services()),
                        sweep == one.sweeps().getLast() ? units(one) : "");
            }
        }
        return table;
    }

    private static String units(ServicesApart one) {
        return one.unitsPerScanner().stream().map(units -> number(0, units)).collect(Collectors.joining(", "));
    }

    private MarkdownTable services() {
        MarkdownTable table = new MarkdownTable("scanners", "service", "ready after s", "records", "CPU s", "peak MB");
        for (ServicesApart one : measured) {
            for (ServicesApart.One service : one.services()) {
                table.row(
                        String.valueOf(one.scanners()),
                        service.name(),
                        number(1, service.secondsToStart()),
                        number(0, service.recordsDone()),
                        number(1, service.cpuSeconds()),
                        number(0, service.peakMegabytes()));
            }
        }
        return table;
    }
}
