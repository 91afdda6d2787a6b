package io.sharewell.discovery;

import io.sharewell.discovery.domain.SweepConductor;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import org.jboss.logging.Logger;

/** One line for each beginning and each end. */
final class SweepLog implements SweepConductor.Listener {

    private static final Logger LOG = Logger.getLogger("io.sharewell.discovery.sweeps");

    @Override
    public void started(SweepStarted sweep) {
        LOG.infof(
                "sweep started sweep=%s purpose=%s mode=%s cause=%s",
                sweep.envelope().sweepId(),
                sweep.envelope().purpose(),
                sweep.envelope().mode(),
                sweep.cause());
    }

    @Override
    public void resumed(SweepStarted sweep) {
        LOG.infof("sweep resumed sweep=%s", sweep.envelope().sweepId());
    }

    @Override
    public void ended(ShareResult.End end) {
        switch (end) {
            case SweepCompleted it -> {
                Totals totals = it.totals();
                LOG.infof(
                        "sweep completed sweep=%s accounts=%d opened=%d blocked=%d units=%d workloads=%d actions=%s problems=%d newlyBlocked=%d",
                        it.envelope().sweepId(),
                        totals.accounts().selected(),
                        totals.accounts().opened(),
                        totals.accounts().blocked(),
                        totals.units().total(),
                        totals.workloads(),
                        totals.actions(),
                        totals.problems(),
                        it.newlyBlocked().size());
            }
            case SweepFailed it ->
                LOG.errorf(
                        "sweep failed sweep=%s reason=%s detail=%s open=%d remedy=%s",
                        it.envelope().sweepId(),
                        it.problem().reason(),
                        it.problem().detail(),
                        it.open().size(),
                        it.problem().remedy());
        }
    }

    @Override
    public void failed(String sweepId, Throwable bug) {
        LOG.errorf(bug, "sweep failed to begin, to list accounts or to be ended sweep=%s", sweepId);
    }
}
