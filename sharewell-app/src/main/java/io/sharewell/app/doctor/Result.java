package io.sharewell.app.doctor;

import io.sharewell.events.AccountId;
import java.util.Optional;

/**
 * One line.
 *
 * @param account empty if it is about the set-up as a whole
 */
public record Result(Check check, Optional<AccountId> account, Finding finding) {

    static Result of(Check check, Finding finding) {
        return new Result(check, Optional.empty(), finding);
    }

    static Result of(Check check, AccountId account, Finding finding) {
        return new Result(check, Optional.of(account), finding);
    }
}
