package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;

/** Whether a sweep would look into an account at all. */
final class AccountCheck {

    private AccountCheck() {}

    static Finding check(AccountId account, Listing listing) {
        return listing.member(account).map(AccountCheck::state).orElseGet(() -> missing(account, listing));
    }

    private static Finding state(Member member) {
        if (member.account().isManagementAccount()) {
            return Finding.of(
                    Cause.MANAGEMENT_ACCOUNT_LEFT_OUT,
                    member.state() + ", the management account.",
                    "A sweep leaves the management account out unless account-discovery.selection.management-account is"
                            + " true. StackSets skip it: the role must be made in it by hand.");
        }
        return member.account().isActive()
                ? new Finding.Ok(member.state())
                : Finding.of(
                        Cause.ACCOUNT_NOT_ACTIVE,
                        "AWS calls it " + member.state() + ".",
                        "A sweep skips an account that is not active. If it should be, have it reinstated (AWS Support, as"
                                + " root user of the account).",
                        "aws organizations describe-account --account-id " + member.id());
    }

    private static Finding missing(AccountId account, Listing listing) {
        String command = "aws organizations describe-account --account-id " + account;
        return listing.whole()
                ? Finding.of(
                        Cause.ACCOUNT_NOT_IN_ORGANIZATION,
                        "It is none of the " + listing.members().size() + " accounts of the organization.",
                        "A sweep looks into the organization's accounts alone: correct the number in --accounts, or invite"
                                + " the account into the organization.",
                        command)
                : Finding.of(
                        Cause.LISTING_TOO_LONG,
                        "It is not among the first " + listing.members().size() + " accounts.",
                        "Whether it belongs to the organization was not found out in the time.",
                        command);
    }
}
