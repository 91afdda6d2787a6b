package io.sharewell.chaos.round;

import io.sharewell.events.ledger.SweepReport;
import java.time.Duration;
import java.util.List;

/**
 * What a round came to.
 *
 * @param violations of the promise, one sentence each; none if the ledger closes
 * @param report the sweep's, by the product's own ledger
 * @param shares how many AWS has in the end
 */
public record RoundResult(Schedule schedule, List<String> violations, SweepReport report, int shares, Duration time) {

    public RoundResult {
        violations = List.copyOf(violations);
    }

    public boolean closed() {
        return violations.isEmpty();
    }

    /** The ledger's totals in one line. */
    public String totals() {
        return "accounts %d = %d opened + %d blocked; units %d = %d scanned + %d skipped + %d failed; workloads %d, %d shares, problems %d"
                .formatted(
                        report.accounts().selected(),
                        report.accounts().opened(),
                        report.accounts().blocked(),
                        report.units().total(),
                        report.units().scanned(),
                        report.units().skipped(),
                        report.units().failed(),
                        report.workloads().found(),
                        shares,
                        report.workloads().problems());
    }
}
