package io.sharewell.events.ledger;

import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.InvitationEntry;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import io.sharewell.events.ledger.SweepReport.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a sweep's report from its ledger. */
final class ReportWriter {

    private static final int MOST_OPEN = 1_000;

    private ReportWriter() {}

    static SweepReport write(SweepLedger sweep, Collection<AccountEntry> accounts) {
        Totals totals = sweep.totals();
        List<ReportedProblem> problems = new ArrayList<>();
        accounts.forEach(account -> problems(account, problems));
        return new SweepReport(
                sweep.sweepId(),
                sweep.envelope() == null ? null : sweep.envelope().purpose(),
                sweep.envelope() == null ? null : sweep.envelope().mode(),
                sweep.started().map(ShareResult.SweepStarted::startedAt).orElse(null),
                sweep.end().map(ReportWriter::endedAt).orElse(null),
                sweep.everythingHasAnOutcome() && sweep.failure().isEmpty(),
                sweep.failure().map(ReportWriter::failure).orElse(null),
                totals.accounts(),
                totals.units(),
                new SweepReport.Workloads(totals.workloads(), totals.actions(), totals.statuses(), totals.problems()),
                problems,
                accounts.stream().map(ReportWriter::account).toList(),
                accounts.stream().flatMap(account -> results(account).stream()).toList(),
                accounts.stream()
                        .flatMap(account -> invitations(account).stream())
                        .toList(),
                sweep.openSubjects(MOST_OPEN));
    }

    private static Instant endedAt(ShareResult.OfSweep end) {
        return switch (end) {
            case SweepCompleted it -> it.endedAt();
            case SweepFailed it -> it.endedAt();
            case ShareResult.SweepStarted _, ShareResult.AccountsSelected _ -> null;
        };
    }

    private static SweepReport.Failure failure(Problem problem) {
        return new SweepReport.Failure(problem.reason(), problem.detail(), problem.remedy());
    }

    static AccountResult account(AccountEntry account) {
        Map<String, RegionResult> regions = new TreeMap<>();
        account.units()
                .forEach((region, unit) -> regions.put(
                        region.value(),
                        new RegionResult(unit.outcome().name(), reasonOf(unit.problem()), unit.found())));
        Problem problem = account.problem();
        return new AccountResult(
                account.id().value(),
                account.name(),
                account.ouPath(),
                account.outcome().name(),
                problem == null ? account.skipReason() : problem.reason(),
                problem == null ? account.skipDetail() : problem.detail(),
                regions);
    }

    static List<Result> results(AccountEntry account) {
        return account.units().values().stream()
                .flatMap(unit -> unit.results().stream())
                .sorted(Comparator.comparing(result -> result.workload().arn()))
                .map(ReportWriter::result)
                .toList();
    }

    private static Result result(WorkloadResult result) {
        return new Result(
                result.accountId().value(),
                result.region().value(),
                result.workload().arn(),
                result.workload().name(),
                result.workload().riskCounts(),
                result.targets().stream().map(ReportWriter::target).toList(),
                reasonOf(result.problem()),
                result.sharesLeft());
    }

    private static Target target(TargetOutcome outcome) {
        return new Target(
                outcome.sharedWith().value(),
                outcome.permission(),
                outcome.action(),
                outcome.shareId(),
                outcome.status(),
                reasonOf(outcome.problem()));
    }

    private static List<InvitationEntry> invitations(AccountEntry account) {
        return account.units().values().stream()
                .flatMap(unit -> unit.invitations().stream())
                .map(ReportWriter::invitation)
                .toList();
    }

    private static InvitationEntry invitation(InvitationResult result) {
        return new InvitationEntry(
                result.region().value(),
                result.invitation().id(),
                result.invitation().sharedBy(),
                result.invitation().resourceName(),
                result.action(),
                reasonOf(result.problem()));
    }

    static void problems(AccountEntry account, List<ReportedProblem> problems) {
        if (account.outcome() == AccountEntry.Outcome.BLOCKED) {
            problems.add(problem(account, null, null, null, account.problem()));
        }
        account.units().forEach((region, unit) -> {
            if (unit.outcome() == RegionEntry.Outcome.FAILED) {
                problems.add(problem(account, region, null, null, unit.problem()));
            }
            unit.results().forEach(result -> problems(account, result, problems));
            unit.invitations().stream()
                    .filter(result -> SweepLedger.isProblem(result.problem()))
                    .forEach(result -> problems.add(problem(account, region, null, null, result.problem())));
        });
    }

    private static void problems(AccountEntry account, WorkloadResult result, List<ReportedProblem> problems) {
        String arn = result.workload().arn();
        if (SweepLedger.isProblem(result.problem())) {
            problems.add(problem(account, result.region(), arn, null, result.problem()));
        }
        for (TargetOutcome target : result.targets()) {
            if (SweepLedger.isProblem(target.problem())) {
                problems.add(problem(
                        account, result.region(), arn, target.sharedWith().value(), target.problem()));
            }
        }
    }

    private static ReportedProblem problem(
            AccountEntry account, Region region, String workloadArn, String sharedWith, Problem problem) {
        return new ReportedProblem(
                account.id().value(),
                account.name(),
                account.ouPath(),
                region == null ? null : region.value(),
                workloadArn,
                sharedWith,
                problem.reason(),
                problem.detail(),
                problem.remedy());
    }

    private static Reason reasonOf(Problem problem) {
        return problem == null ? null : problem.reason();
    }
}
