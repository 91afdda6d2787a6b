package io.sharewell.broker.domain;

import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.seal.SealContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The policy that goes with a session: whatever the role may do, the session may do no more than its purpose and mode
 * need. So a session that leaks, or a bug of ours, cannot write in PLAN.
 */
public final class SessionPolicy {

    /** Tells which Regions the account has; every session may ask. */
    private static final String LIST_REGIONS = "account:ListRegions";

    private SessionPolicy() {}

    /** The policy as JSON, in one line; well below the 2,048 characters that AWS allows. */
    public static String of(SealContext context) {
        String actions = actions(context.purpose(), context.mode())
                .map(action -> '"' + action + '"')
                .collect(Collectors.joining(","));
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[" + actions
                + "],\"Resource\":\"*\"}]}";
    }

    private static Stream<String> actions(Purpose purpose, Mode mode) {
        List<String> changes =
                switch (mode) {
                    case PLAN -> List.of();
                    case APPLY -> writing(purpose);
                };
        return Stream.concat(
                Stream.concat(reading(purpose).stream(), changes.stream()).map(name -> "wellarchitected:" + name),
                Stream.of(LIST_REGIONS));
    }

    private static List<String> reading(Purpose purpose) {
        return switch (purpose) {
            case SHARE, UNSHARE -> List.of("ListWorkloads", "ListWorkloadShares");
            case ACCEPT -> List.of("ListShareInvitations");
        };
    }

    private static List<String> writing(Purpose purpose) {
        return switch (purpose) {
            case SHARE -> List.of("CreateWorkloadShare", "UpdateWorkloadShare", "DeleteWorkloadShare");
            case UNSHARE -> List.of("DeleteWorkloadShare");
            case ACCEPT -> List.of("UpdateShareInvitation");
        };
    }
}
