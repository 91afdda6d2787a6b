package io.sharewell.chaos.checker;

import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import java.util.Objects;
import java.util.stream.Stream;

/** Why something is not as it should be. */
final class Reasons {

    private Reasons() {}

    /** None if all is well, or if the statement is none about an outcome. */
    static Stream<Reason> of(ShareResult statement) {
        Stream<Problem> problems =
                switch (statement) {
                    case AccountBlocked it -> Stream.of(it.problem());
                    case RegionFailed it -> Stream.of(it.problem());
                    case WorkloadResult it ->
                        Stream.concat(
                                Stream.ofNullable(it.problem()),
                                it.targets().stream().map(TargetOutcome::problem));
                    case InvitationResult it -> Stream.ofNullable(it.problem());
                    case ShareResult _ -> Stream.empty();
                };
        return problems.filter(Objects::nonNull).map(Problem::reason);
    }
}
