package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;

/** Whether the account that everything is shared with is plausible: a wrong digit would invite a stranger. */
final class ReviewsAccountCheck {

    private final AccountId reviews;

    ReviewsAccountCheck(AccountId reviews) {
        this.reviews = reviews;
    }

    /** @param proven whether a session was opened in it */
    Finding check(Listing listing, Caller caller, boolean proven) {
        if (reviews.equals(caller.account())) {
            return Finding.of(
                    Cause.REVIEWS_ACCOUNT_IS_AUTOMATION_ACCOUNT,
                    "It is the account whose credentials these are.",
                    "The reviews account is the automation account itself. That works; if it is not what you meant, give"
                            + " --reviews-account the account where reviews are read.");
        }
        return listing.member(reviews).map(this::member).orElseGet(() -> foreign(listing, proven));
    }

    private Finding member(Member member) {
        String seen = member.name() + ", " + member.state() + ", in the organization"
                + (member.account().isManagementAccount() ? " (its management account)" : "");
        return member.account().isActive()
                ? new Finding.Ok(seen)
                : Finding.of(
                        Cause.REVIEWS_ACCOUNT_NOT_ACTIVE,
                        seen,
                        "Nobody can accept invitations in an account in the state " + member.state()
                                + ": name another reviews account, or have it reinstated by AWS Support.",
                        "aws organizations describe-account --account-id " + reviews);
    }

    private Finding foreign(Listing listing, boolean proven) {
        if (proven) {
            return new Finding.Ok("outside of the organization; its acceptance role answers");
        }
        if (!listing.whole()) {
            return Finding.of(
                    Cause.LISTING_TOO_LONG,
                    "It is not among the first " + listing.members().size() + " accounts.",
                    "Compare the number with what the reviews account itself says.",
                    "aws organizations describe-account --account-id " + reviews);
        }
        return Finding.of(
                Cause.REVIEWS_ACCOUNT_FOREIGN,
                "It is none of the " + listing.members().size() + " accounts of the organization.",
                "Account " + reviews
                        + " may lie outside of the organization, but AWS does not tell whether it exists or"
                        + " whose it is, and with a wrong digit a stranger would be invited to every workload. Compare the"
                        + " number with what the account itself says (with its own credentials), or name a role there with"
                        + " --accept-with-role, which doctor then tries.",
                "aws sts get-caller-identity");
    }
}
