package io.sharewell.events.ledger;

import io.sharewell.events.Invitation;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.OfAccount;
import io.sharewell.events.ShareResult.OfRegion;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Has what is equal be one object, in a sweep and with the sweep before: each statement is read with objects of its own, and
 * a ledger of 50,000 accounts keeps millions of them for each of its sweeps. What a sweep says stays the same. Not
 * thread-safe.
 */
final class SharedParts {

    private final Map<Object, Object> words = new HashMap<>();

    /**
     * An equal statement that shares what it can.
     *
     * @param account what it is about
     * @param before the same account in the sweep before, null if it was not in it
     */
    OfAccount in(OfAccount statement, AccountEntry account, AccountEntry before) {
        return switch (statement) {
            case AccountSelected it ->
                new AccountSelected(it.envelope(), account.id(), name(it.accountName(), before), word(it.ouPath()));
            case AccountSkipped it ->
                new AccountSkipped(
                        it.envelope(),
                        account.id(),
                        name(it.accountName(), before),
                        word(it.ouPath()),
                        it.reason(),
                        word(it.detail()));
            case AccountBlocked it -> new AccountBlocked(it.envelope(), account.id(), word(it.problem()));
            case RegionSkipped it -> new RegionSkipped(it.envelope(), account.id(), it.region(), word(it.problem()));
            case RegionFailed it -> new RegionFailed(it.envelope(), account.id(), it.region(), word(it.problem()));
            case WorkloadResult it -> in(it, account, before);
            case InvitationResult it -> in(it, account, before);
            case AccountOpened _, RegionScanned _ -> statement;
        };
    }

    private WorkloadResult in(WorkloadResult result, AccountEntry account, AccountEntry before) {
        Workload workload = in(result.workload(), account.units().get(result.region()));
        List<TargetOutcome> targets = result.targets().stream().map(this::in).toList();
        if (find(before, result.region(), workload.id()) instanceof Finding.OfWorkload last) {
            workload = workload.equals(last.workload()) ? last.workload() : workload;
            targets = targets.equals(last.targets()) ? last.targets() : targets;
        }
        return new WorkloadResult(
                result.envelope(),
                account.id(),
                result.region(),
                workload,
                targets,
                word(result.problem()),
                result.sharesLeft());
    }

    private Workload in(Workload workload, RegionEntry unit) {
        String planned = unit.plannedAs(workload.id());
        return new Workload(
                planned == null ? workload.id() : planned,
                workload.arn(),
                workload.name(),
                workload.riskCounts(),
                word(workload.improvementStatus()),
                word(workload.lenses()),
                workload.updatedAt());
    }

    private TargetOutcome in(TargetOutcome target) {
        return new TargetOutcome(
                word(target.sharedWith()),
                target.permission(),
                target.action(),
                target.shareId(),
                word(target.status()),
                word(target.problem()));
    }

    private InvitationResult in(InvitationResult result, AccountEntry account, AccountEntry before) {
        Invitation invitation = result.invitation();
        Finding last = find(before, result.region(), invitation.id());
        return new InvitationResult(
                result.envelope(),
                account.id(),
                result.region(),
                last instanceof Finding.OfInvitation it && it.invitation().equals(invitation)
                        ? it.invitation()
                        : invitation,
                result.action(),
                word(result.problem()));
    }

    /** Once a statement was applied: lets the account share with others, and with the sweep before, what it amounts to. */
    void settle(AccountEntry account, OfAccount statement, AccountEntry before) {
        Units units = account.units();
        switch (statement) {
            case AccountOpened _ -> units.share(word(units.regions()));
            case OfRegion it -> units.replace(it.region(), unit -> settled(unit, it.region(), before));
            case AccountSelected _, AccountSkipped _, AccountBlocked _ -> {}
        }
    }

    private RegionEntry settled(RegionEntry unit, Region region, AccountEntry before) {
        if (unit.open() > 0) {
            return unit;
        }
        RegionEntry last = before == null ? RegionEntry.UNHEARD : before.units().get(region);
        if (unit.equals(last)) {
            return last;
        }
        return unit.told().isEmpty() ? word(unit) : unit;
    }

    private static Finding find(AccountEntry before, Region region, String id) {
        return before == null ? null : before.units().get(region).find(id);
    }

    private static String name(String name, AccountEntry before) {
        return before != null && Objects.equals(name, before.name()) ? before.name() : name;
    }

    @SuppressWarnings("unchecked")
    private <T> T word(T word) {
        return word == null ? null : (T) words.computeIfAbsent(word, it -> it);
    }
}
