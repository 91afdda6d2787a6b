package io.sharewell.app.doctor;

import io.sharewell.discovery.domain.ListedAccount;
import io.sharewell.events.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reports made by hand. */
final class AReport {

    static final AccountId PAYMENTS = AccountId.of("444444444444");
    static final AccountId LEDGER = AccountId.of("555555555555");

    private AReport() {}

    static DoctorReport of(Result... results) {
        return new DoctorReport(
                Instant.parse("2026-11-21T13:07:30Z"),
                AccountId.of("333333333333"),
                Optional.of(new Caller(
                        AccountId.of("222222222222"), "arn:aws:iam::222222222222:user/automation", Optional.empty())),
                Optional.of(new Listing(
                        List.of(member(PAYMENTS, "payments \u001b[31m\u202e"), member(LEDGER, "ledger")), true)),
                List.of(PAYMENTS, LEDGER),
                false,
                List.of(results));
    }

    static Finding notAssumable() {
        return Finding.of(
                Cause.ROLE_NOT_ASSUMABLE, "AccessDenied", "Check the role.", "aws iam get-role --role-name Shares");
    }

    private static Member member(AccountId id, String name) {
        return new Member(new ListedAccount(id, name, "ACTIVE", null), Instant.EPOCH);
    }
}
