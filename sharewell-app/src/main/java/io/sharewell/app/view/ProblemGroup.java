package io.sharewell.app.view;

import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Problems with one reason and one cure. */
record ProblemGroup(Reason reason, String remedy, List<ReportedProblem> problems) {

    private record Key(Reason reason, String remedy) {}

    /** What a problem is about. */
    enum Level {
        ACCOUNT,
        UNIT,
        WORKLOAD;

        static Level of(ReportedProblem problem) {
            if (problem.region() == null) {
                return ACCOUNT;
            }
            return problem.workloadArn() == null ? UNIT : WORKLOAD;
        }
    }

    /** Whole accounts first, then what hits most. */
    static List<ProblemGroup> of(Collection<ReportedProblem> problems) {
        Map<Key, List<ReportedProblem>> groups = new LinkedHashMap<>();
        for (ReportedProblem problem : problems) {
            groups.computeIfAbsent(new Key(problem.reason(), problem.remedy()), _ -> new ArrayList<>())
                    .add(problem);
        }
        return groups.entrySet().stream()
                .map(group ->
                        new ProblemGroup(group.getKey().reason(), group.getKey().remedy(), group.getValue()))
                .sorted(Comparator.comparing((ProblemGroup group) -> Level.of(group.problems.getFirst()))
                        .thenComparing(group -> -group.problems.size())
                        .thenComparing(ProblemGroup::reason))
                .toList();
    }

    /** Its problems by account, in the order of the report. */
    Map<String, List<ReportedProblem>> byAccount() {
        Map<String, List<ReportedProblem>> accounts = new LinkedHashMap<>();
        problems.forEach(problem -> accounts.computeIfAbsent(problem.accountId(), _ -> new ArrayList<>())
                .add(problem));
        return accounts;
    }

    /** What was seen, each text once. */
    List<String> details() {
        return problems.stream()
                .map(ReportedProblem::detail)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How far it reaches, such as {@code 3 workloads in 2 accounts}. */
    String extent(String workloadNoun) {
        Map<Level, List<ReportedProblem>> levels = new LinkedHashMap<>();
        for (ReportedProblem problem : problems) {
            levels.computeIfAbsent(Level.of(problem), _ -> new ArrayList<>()).add(problem);
        }
        List<String> parts = new ArrayList<>();
        levels.forEach((level, some) -> parts.add(
                switch (level) {
                    case ACCOUNT ->
                        Text.count(some.size(), "account") + (reason == Reason.NO_SUCH_ACCOUNT ? "" : " blocked");
                    case UNIT ->
                        Text.count(some.size(), workloadNoun.equals("workload") ? "unit" : "unit or invitation")
                                + in(some);
                    case WORKLOAD -> workloads(some) + in(some);
                }));
        return String.join(", ", parts);
    }

    /** With several targets one workload can have a problem with each. */
    private static String workloads(List<ReportedProblem> some) {
        long workloads =
                some.stream().map(ReportedProblem::workloadArn).distinct().count();
        return workloads == some.size()
                ? Text.count(workloads, "workload")
                : Text.count(some.size(), "share") + " of " + Text.count(workloads, "workload");
    }

    private static String in(List<ReportedProblem> some) {
        return " in "
                + Text.count(
                        some.stream().map(ReportedProblem::accountId).distinct().count(), "account");
    }
}
