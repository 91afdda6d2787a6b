package io.sharewell.app.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * What {@code doctor --json} prints. Members are only added.
 *
 * @param exitStatus how the process ends
 * @param caller null if AWS does not know us
 * @param accounts that were looked at
 * @param checks in the order of the table
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoctorJson(
        Instant at, int exitStatus, AccountId reviewsAccount, Identity caller, Accounts accounts, List<Line> checks) {

    /** Who we are. */
    public record Identity(AccountId accountId, String arn) {}

    /**
     * The accounts that were looked at.
     *
     * @param sample whether they are a sample, since none was named
     * @param listed how many the organization has, as far as they were listed; null if they could not be
     * @param allListed whether there are no more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Accounts(List<AccountId> lookedAt, boolean sample, Integer listed, Boolean allListed) {}

    /** What came of a check. */
    public enum Status {
        OK,
        PROBLEM,
        NOT_CHECKED,
        CANNOT_BE_TOLD
    }

    /**
     * A check.
     *
     * @param accountId null if it is about the set-up as a whole
     * @param cause null if the check is plainly ok, or was not made
     * @param seen what AWS or the machine said, or why the check was not made
     * @param remedy null where there is nothing to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            Check check,
            AccountId accountId,
            String accountName,
            Status status,
            Cause cause,
            String seen,
            String remedy,
            List<String> commands) {}

    static DoctorJson of(DoctorReport report) {
        return new DoctorJson(
                report.at(),
                report.exitStatus(),
                report.reviewsAccount(),
                report.caller()
                        .map(caller -> new Identity(caller.account(), caller.arn()))
                        .orElse(null),
                new Accounts(
                        report.accounts(),
                        report.sampled(),
                        report.listing()
                                .map(listing -> listing.members().size())
                                .orElse(null),
                        report.listing().map(Listing::whole).orElse(null)),
                report.results().stream().map(result -> line(result, report)).toList());
    }

    private static Line line(Result result, DoctorReport report) {
        return switch (result.finding()) {
            case Finding.Ok(String seen) -> line(result, report, Status.OK, seen);
            case Finding.NotChecked(String why) -> line(result, report, Status.NOT_CHECKED, why);
            case Finding.Noted(Diagnosis what) -> line(result, report, Status.OK, what);
            case Finding.Wrong(Diagnosis what) -> line(result, report, Status.PROBLEM, what);
            case Finding.CannotBeTold(Diagnosis what) -> line(result, report, Status.CANNOT_BE_TOLD, what);
        };
    }

    private static Line line(Result result, DoctorReport report, Status status, String seen) {
        return new Line(
                result.check(), result.account().orElse(null), name(result, report), status, null, seen, null, null);
    }

    private static Line line(Result result, DoctorReport report, Status status, Diagnosis what) {
        return new Line(
                result.check(),
                result.account().orElse(null),
                name(result, report),
                status,
                what.cause(),
                what.seen(),
                what.remedy(),
                what.commands());
    }

    private static String name(Result result, DoctorReport report) {
        return result.account().flatMap(report::nameOf).orElse(null);
    }
}
