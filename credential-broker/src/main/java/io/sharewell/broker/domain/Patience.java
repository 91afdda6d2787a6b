package io.sharewell.broker.domain;

import io.sharewell.events.Reason;
import io.sharewell.events.Topic;
import java.util.Map;

/** Which refusals are not believed at once, and how often they are looked at again. */
enum Patience {
    /** The role of a new account may be seconds old: AWS answers the same as for a missing one. */
    WITH_AN_ACCOUNT(Map.of(
            Reason.ROLE_NOT_ASSUMABLE,
            1,
            Reason.CREDENTIALS_REJECTED,
            Topic.RUNGS,
            Reason.CREDENTIALS_MISSING,
            Topic.RUNGS)),
    /** The role was there before. */
    WITH_A_RENEWAL(Map.of(Reason.CREDENTIALS_REJECTED, Topic.RUNGS, Reason.CREDENTIALS_MISSING, Topic.RUNGS));

    private final Map<Reason, Integer> moreTries;

    Patience(Map<Reason, Integer> moreTries) {
        this.moreTries = moreTries;
    }

    /** @param attempt attempts before this one: some may have met other trouble than a refusal */
    boolean allowsAnotherTry(Access.Refused refused, int attempt) {
        int more = moreTries.getOrDefault(refused.problem().reason(), 0);
        int refusedBefore = Math.min(attempt, refused.times() - 1);
        // Refusals may be forgotten, attempts are not: that costs one try more
        return attempt < Topic.RUNGS && attempt <= more && refusedBefore < more;
    }
}
