package io.sharewell.broker.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sharewell.broker.domain.Opening;
import io.sharewell.broker.domain.Opening.Blocked;
import io.sharewell.broker.domain.Opening.Opened;
import io.sharewell.broker.domain.Opening.TryLater;
import io.sharewell.broker.domain.RegionKnowledge;
import io.sharewell.events.AccountDiscovered;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** One line per account; and once per sweep that roles may not list Regions, which is common and no problem. */
@Singleton
class AccountLog {

    private static final int SWEEPS_REMEMBERED = 100;
    private static final Logger LOG = Logger.getLogger("io.sharewell.broker.accounts");

    private final Cache<String, Boolean> saidInSweep =
            Caffeine.newBuilder().maximumSize(SWEEPS_REMEMBERED).build();

    void tell(AccountDiscovered account, Opening opening) {
        switch (opening) {
            case Opened it -> {
                LOG.infof(
                        "account=%s opened units=%d skipped=%d sweep=%s",
                        account.accountId(),
                        it.units().size(),
                        it.skipped().size(),
                        account.envelope().sweepId());
                tell(account, it.knowledge());
            }
            case Blocked it ->
                LOG.infof(
                        "account=%s blocked reason=%s sweep=%s detail=%s",
                        account.accountId(),
                        it.account().problem().reason(),
                        account.envelope().sweepId(),
                        it.account().problem().detail());
            case TryLater it -> LOG.debugf("account=%s later cause=%s", account.accountId(), it.cause());
        }
    }

    private void tell(AccountDiscovered account, RegionKnowledge knowledge) {
        switch (knowledge) {
            case RegionKnowledge.Known it ->
                LOG.debugf("account=%s regions not enabled=%s", account.accountId(), it.notEnabled());
            case RegionKnowledge.Refused it -> {
                String sweep = account.envelope().sweepId();
                if (saidInSweep.asMap().putIfAbsent(sweep, true) == null) {
                    LOG.infof(
                            "sweep=%s account:ListRegions is not allowed in account=%s, all Regions are tried; said"
                                    + " once per sweep. %s",
                            sweep, account.accountId(), it.detail());
                }
            }
            case RegionKnowledge.Failed it ->
                LOG.warnf(
                        "account=%s account:ListRegions failed, all Regions are tried: %s",
                        account.accountId(), it.detail());
        }
    }
}
