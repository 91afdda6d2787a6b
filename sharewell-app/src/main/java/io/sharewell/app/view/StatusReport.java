package io.sharewell.app.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.app.view.ProgressSnapshot.Part;
import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepSummary;
import java.time.Instant;
import java.util.List;

/**
 * How an installation stands. Its JSON form is what {@code status --json} prints.
 *
 * @param at when it was looked at
 * @param sweeps all that the topic still knows, newest first
 * @param running those without an end, newest first
 * @param lastComplete the newest complete one over the organization, else of a part of it, else the newest complete acceptance; null
 *     if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatusReport(Instant at, List<SweepSummary> sweeps, List<Running> running, Complete lastComplete) {

    /**
     * A sweep that runs.
     *
     * @param lastStatementAt when something was last said about it
     */
    public record Running(
            String sweepId,
            Instant startedAt,
            Instant lastStatementAt,
            Part accounts,
            Part units,
            Part workloads,
            int problems) {}

    /**
     * A complete sweep.
     *
     * @param ageSeconds since it ended
     * @param newlyBlocked see {@link io.sharewell.events.ShareResult.SweepCompleted#newlyBlocked}
     * @param newlyReachable see {@link io.sharewell.events.ShareResult.SweepCompleted#newlyReachable}
     */
    public record Complete(
            String sweepId,
            Instant endedAt,
            long ageSeconds,
            int problems,
            List<Account> newlyBlocked,
            List<Account> newlyReachable) {}

    /**
     * An account.
     *
     * @param reason why it is blocked, null if it is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(String accountId, String accountName, String ouPath, Reason reason) {}
}
