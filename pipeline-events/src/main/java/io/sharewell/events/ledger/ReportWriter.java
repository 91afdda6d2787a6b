package io.sharewell.events.ledger;

import io.sharewell.events.AccountId;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.End;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.ledger.SweepReport.AccountOutcome;
import io.sharewell.events.ledger.SweepReport.AccountResult;
import io.sharewell.events.ledger.SweepReport.InvitationEntry;
import io.sharewell.events.ledger.SweepReport.RegionOutcome;
import io.sharewell.events.ledger.SweepReport.RegionResult;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import io.sharewell.events.ledger.SweepReport.Result;
import io.sharewell.events.ledger.SweepReport.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes a sweep's report from its ledger. */
final class ReportWriter {

    private ReportWriter() {}

    static SweepReport write(SweepLedger sweep, Collection<AccountEntry> accounts) {
        Totals totals = totals(sweep);
        List<ReportedProblem> problems = new ArrayList<>();
        accounts.forEach(account -> problems(account, problems));
        sweep.noSuchAccounts().forEach(account -> problems.add(noSuchAccount(sweep, account)));
        return new SweepReport(
                sweep.sweepId(),
                sweep.envelope() == null ? null : sweep.envelope().purpose(),
                sweep.envelope() == null ? null : sweep.envelope().mode(),
                sweep.startedAt().orElse(null),
                sweep.end().map(End::endedAt).orElse(null),
                isComplete(sweep),
                sweep.listed() || sweep.completed().isPresent(),
                sweep.failure().orElse(null),
                totals.accounts(),
                totals.units(),
                new SweepReport.Workloads(totals.workloads(), totals.actions(), totals.statuses(), totals.problems()),
                problems,
                accounts.stream().map(ReportWriter::account).toList(),
                accounts.stream().flatMap(account -> results(account).stream()).toList(),
                accounts.stream()
                        .flatMap(account -> invitations(account).stream())
                        .toList(),
                open(sweep));
    }

    private static boolean isComplete(SweepLedger sweep) {
        return sweep.completed().isPresent()
                ? sweep.open() == 0 || lackedSince(sweep).isPresent()
                : sweep.everythingHasAnOutcome() && sweep.failure().isEmpty();
    }

    /** What is open of a complete sweep that lacks parts has its outcome among these. */
    private static List<String> open(SweepLedger sweep) {
        return sweep.completed().isPresent() && lackedSince(sweep).isPresent()
                ? List.of()
                : sweep.openSubjects(SweepFailed.MOST_OPEN);
    }

    private static Totals totals(SweepLedger sweep) {
        return lackedSince(sweep).orElseGet(sweep::totals);
    }

    /** The numbers told at the sweep's end, if the topic has let go accounts since; else empty. */
    private static Optional<Totals> lackedSince(SweepLedger sweep) {
        long counted = sweep.totals().accounts().selected();
        return sweep.end().map(End::totals).filter(told -> told.accounts().selected() > counted);
    }

    static AccountResult account(AccountEntry account) {
        Map<String, RegionResult> regions = new TreeMap<>();
        account.units()
                .forEach((region, unit) -> regions.put(
                        region.value(), new RegionResult(unit.outcome(), reasonOf(unit.problem()), unit.found())));
        Problem problem = account.problem();
        return new AccountResult(
                account.id().value(),
                account.name(),
                account.ouPath(),
                account.outcome(),
                problem == null ? account.skipReason() : problem.reason(),
                problem == null ? account.skipDetail() : problem.detail(),
                regions);
    }

    /** By Region and id, which is the order of their ARNs. */
    static List<Result> results(AccountEntry account) {
        List<Result> results = new ArrayList<>();
        account.units()
                .forEach((region, unit) -> unit.workloads().forEach(it -> results.add(result(account, region, it))));
        return results;
    }

    private static Result result(AccountEntry account, Region region, Finding.OfWorkload found) {
        return new Result(
                account.id().value(),
                region.value(),
                found.workload().arn(),
                found.workload().name(),
                found.workload().riskCounts(),
                found.targets().stream().map(ReportWriter::target).toList(),
                reasonOf(found.problem()),
                found.sharesLeft());
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
        List<InvitationEntry> all = new ArrayList<>();
        account.units().forEach((region, unit) -> unit.invitations().forEach(it -> all.add(invitation(region, it))));
        return all;
    }

    private static InvitationEntry invitation(Region region, Finding.OfInvitation found) {
        return new InvitationEntry(
                region.value(),
                found.id(),
                found.invitation().sharedBy(),
                found.invitation().resourceName(),
                found.action(),
                reasonOf(found.problem()));
    }

    private static void problems(AccountEntry account, List<ReportedProblem> problems) {
        if (account.outcome() == AccountOutcome.BLOCKED) {
            problems.add(problem(account, null, null, null, account.problem()));
        }
        account.units().forEach((region, unit) -> {
            if (unit.outcome() == RegionOutcome.FAILED) {
                problems.add(problem(account, region, null, null, unit.problem()));
            }
            unit.findings().forEach(finding -> problems(account, region, finding, problems));
        });
    }

    private static void problems(AccountEntry account, Region region, Finding finding, List<ReportedProblem> problems) {
        String arn = finding instanceof Finding.OfWorkload it ? it.workload().arn() : null;
        if (SweepLedger.isProblem(finding.problem())) {
            problems.add(problem(account, region, arn, null, finding.problem()));
        }
        if (finding instanceof Finding.OfWorkload it) {
            it.targets().stream()
                    .filter(target -> SweepLedger.isProblem(target.problem()))
                    .map(target ->
                            problem(account, region, arn, target.sharedWith().value(), target.problem()))
                    .forEach(problems::add);
        }
    }

    private static ReportedProblem noSuchAccount(SweepLedger sweep, AccountId account) {
        String detail = sweep.started()
                .map(it -> it.selection().excludeAccounts().contains(account) ? "excludes" : "includes")
                .map(does -> "the selection " + does + " it")
                .orElse(null);
        return problem(new AccountEntry(account), null, null, null, Problem.of(Reason.NO_SUCH_ACCOUNT, detail));
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
