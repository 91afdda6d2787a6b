package io.sharewell.app.doctor;

import io.sharewell.app.view.ExitStatus;
import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What doctor found.
 *
 * @param caller empty if AWS does not know us
 * @param listing empty if accounts could not be listed
 * @param accounts that were looked at
 * @param sampled whether they are a sample, since none was named
 * @param results those of the set-up first, then account by account
 */
public record DoctorReport(
        Instant at,
        AccountId reviewsAccount,
        Optional<Caller> caller,
        Optional<Listing> listing,
        List<AccountId> accounts,
        boolean sampled,
        List<Result> results) {

    public DoctorReport {
        accounts = List.copyOf(accounts);
        // Stable: an account's own results stay together and in their order
        results = results.stream()
                .sorted(Comparator.comparing(result -> result.account().isPresent()
                        ? Check.values().length
                        : result.check().ordinal()))
                .toList();
    }

    /** As {@code run} would end: 0, 2 with problems of some accounts or Regions, 3 if the set-up is wrong. */
    public int exitStatus() {
        return results.stream()
                .map(Result::finding)
                .mapToInt(DoctorReport::exitStatus)
                .max()
                .orElse(ExitStatus.COMPLETE);
    }

    private static int exitStatus(Finding finding) {
        return finding.diagnosis()
                .map(what -> exitStatus(what.cause().weight()))
                .orElse(ExitStatus.COMPLETE);
    }

    private static int exitStatus(Weight weight) {
        return switch (weight) {
            case SET_UP -> ExitStatus.NOT_COMPLETE;
            case PARTIAL, UNANSWERED -> ExitStatus.PROBLEMS;
            case NOTE, UNTOLD -> ExitStatus.COMPLETE;
        };
    }

    /** The account's name, if it is known. */
    Optional<String> nameOf(AccountId account) {
        return listing.flatMap(known -> known.member(account)).map(Member::name);
    }
}
