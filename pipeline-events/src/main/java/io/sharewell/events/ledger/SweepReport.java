package io.sharewell.events.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.events.Action;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.Totals;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything about one sweep. Its JSON form is what {@code GET /sweeps/{id}} and {@code --report} give.
 *
 * @param startedAt null if not known
 * @param endedAt null while the sweep runs
 * @param complete whether every selected account, unit and workload has its outcome
 * @param listed whether all accounts were listed: if not, there are some of which nothing is told
 * @param failure why the sweep failed, null if it did not
 * @param open what has no outcome, at most 1,000
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SweepReport(
        String sweepId,
        Purpose purpose,
        Mode mode,
        Instant startedAt,
        Instant endedAt,
        boolean complete,
        boolean listed,
        Problem failure,
        Totals.Accounts accounts,
        Totals.Units units,
        Workloads workloads,
        List<ReportedProblem> problems,
        List<AccountResult> accountResults,
        List<Result> results,
        List<InvitationEntry> invitations,
        List<String> open) {

    /**
     * Whether the topic has let go accounts of a complete sweep since: then its numbers are those told at its end, and its
     * lists are what is left.
     */
    public boolean lacksParts() {
        long known = accountResults.stream()
                .filter(account ->
                        account.outcome() == AccountOutcome.OPENED || account.outcome() == AccountOutcome.BLOCKED)
                .count();
        return complete && known < accounts.selected();
    }

    /**
     * Workloads by number.
     *
     * @param actions (workload, target) pairs by action
     * @param statuses shares by AWS's status
     * @param problems all problems of the sweep, those of accounts and Regions too
     */
    public record Workloads(int found, Map<String, Integer> actions, Map<String, Integer> statuses, int problems) {}

    /**
     * A problem and where it is.
     *
     * @param region null if the whole account has it
     * @param workloadArn null if the account or Region has it
     * @param sharedWith the target that has it, null if it is not about one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportedProblem(
            String accountId,
            String accountName,
            String ouPath,
            String region,
            String workloadArn,
            String sharedWith,
            Reason reason,
            String detail,
            String remedy) {}

    /** Where an account is. */
    public enum AccountOutcome {
        /** Neither opened nor blocked yet. */
        OPEN,
        OPENED,
        BLOCKED,
        SKIPPED
    }

    /** Where a unit is. */
    public enum RegionOutcome {
        /** Not scanned yet. */
        OPEN,
        SCANNED,
        SKIPPED,
        FAILED
    }

    /**
     * What came of an account.
     *
     * @param reason why it is blocked or skipped, null otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountResult(
            String accountId,
            String accountName,
            String ouPath,
            AccountOutcome outcome,
            Reason reason,
            String detail,
            Map<String, RegionResult> regions) {}

    /**
     * What came of a unit.
     *
     * @param reason why it is skipped or failed, null otherwise
     * @param workloads number of workloads found
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RegionResult(RegionOutcome outcome, Reason reason, int workloads) {}

    /**
     * What came of a workload.
     *
     * @param problem what hinders the workload as such, null if nothing
     * @param sharesLeft how many more shares AWS allows it; told from 2 down, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Result(
            String accountId,
            String region,
            String workloadArn,
            String workloadName,
            Map<String, Integer> riskCounts,
            List<Target> targets,
            Reason problem,
            Integer sharesLeft) {}

    /**
     * What came of a workload and a target.
     *
     * @param problem why it is not as it should be, null if it is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Target(
            String sharedWith, Permission permission, Action action, String shareId, String status, Reason problem) {}

    /** What came of an invitation, in ACCEPT. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record InvitationEntry(
            String region, String invitationId, String sharedBy, String resourceName, Action action, Reason problem) {}
}
