package io.sharewell.scanner.messaging;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Event;
import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.scanner.domain.RegionScan;
import java.util.List;
import org.jboss.logging.Logger;

/** One line per unit: units at DEBUG, those with a problem at INFO. */
final class ScanLog {

    private static final Logger LOG = Logger.getLogger(ScanLog.class);

    private ScanLog() {}

    static void log(AccountSessionOpened unit, List<Event> events) {
        switch (events.getLast()) {
            case RegionScanned scanned -> scanned(unit, scanned.workloadIds().size(), RegionScan.leavesOthers(events));
            case RegionSkipped skipped ->
                LOG.debugf(
                        "unit skipped account=%s region=%s reason=%s",
                        unit.accountId(), unit.region(), skipped.problem().reason());
            case RegionFailed failed -> failed(unit, failed.problem());
            default -> throw new IllegalStateException("the last word about a unit is none of a unit");
        }
    }

    private static void scanned(AccountSessionOpened unit, int found, boolean leavesOthers) {
        LOG.debugf("unit scanned account=%s region=%s found=%d", unit.accountId(), unit.region(), found);
        if (leavesOthers) {
            LOG.infof(
                    "unit has as many invitations as one acceptance takes, the next one draws anew account=%s region=%s taken=%d",
                    unit.accountId(), unit.region(), found);
        }
    }

    private static void failed(AccountSessionOpened unit, Problem problem) {
        String detail = problem.detail() == null ? "" : " detail=\"" + problem.detail() + '"';
        LOG.infof(
                "unit failed account=%s region=%s reason=%s%s",
                unit.accountId(), unit.region(), problem.reason(), detail);
    }
}
