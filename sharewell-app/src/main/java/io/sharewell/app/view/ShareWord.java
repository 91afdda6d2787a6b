package io.sharewell.app.view;

import io.sharewell.events.ledger.SweepReport.Target;

/** What came of one workload and one target, in two words. */
enum ShareWord {
    INVITED_NOW("invited now"),
    SHARED_NOW("shared now"),
    CORRECTED("permission corrected"),
    INVITED_ANEW("invited anew"),
    UNSHARED("unshared"),
    WOULD_SHARE("to be shared"),
    WOULD_CORRECT("permission to be corrected"),
    WOULD_INVITE_ANEW("to be invited anew"),
    WOULD_UNSHARE("to be unshared"),
    SHARED_BEFORE("already shared"),
    INVITED_BEFORE("invited before"),
    NOTHING("nothing to do"),
    TROUBLED("with a problem");

    private final String words;

    ShareWord(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether AWS was written to, or would have been. */
    boolean isChange() {
        return ordinal() < SHARED_BEFORE.ordinal();
    }

    static ShareWord of(Target target) {
        if (target.problem() != null) {
            return TROUBLED;
        }
        return switch (target.action()) {
            case CREATED -> isInvitation(target) ? INVITED_NOW : SHARED_NOW;
            case UPDATED -> CORRECTED;
            case RENEWED -> isInvitation(target) ? INVITED_ANEW : SHARED_NOW;
            case DELETED -> UNSHARED;
            case WOULD_CREATE -> WOULD_SHARE;
            case WOULD_UPDATE -> WOULD_CORRECT;
            case WOULD_RENEW -> WOULD_INVITE_ANEW;
            case WOULD_DELETE -> WOULD_UNSHARE;
            case NONE -> before(target);
            case ACCEPTED, WOULD_ACCEPT, UNKNOWN -> NOTHING;
        };
    }

    private static boolean isInvitation(Target target) {
        return target.status() == null || target.status().equals("PENDING");
    }

    private static ShareWord before(Target target) {
        return switch (target.status()) {
            case "ACCEPTED", "ASSOCIATED", "ASSOCIATING" -> SHARED_BEFORE;
            case "PENDING" -> INVITED_BEFORE;
            case null, default -> NOTHING;
        };
    }
}
