package io.sharewell.app.view;

import io.sharewell.events.Action;

/** AWS's and Sharewell's words, said in plain ones. */
final class Words {

    private Words() {}

    static String of(Action action) {
        return switch (action) {
            case CREATED -> "a new share";
            case UPDATED -> "the share's permission changed";
            case RENEWED -> "an old share deleted and made anew";
            case DELETED -> "the share deleted";
            case ACCEPTED -> "the invitation accepted";
            case NONE -> "nothing to do, or left alone";
            case WOULD_CREATE -> "APPLY would make a new share";
            case WOULD_UPDATE -> "APPLY would change the share's permission";
            case WOULD_RENEW -> "APPLY would delete the share and make it anew";
            case WOULD_DELETE -> "APPLY would delete the share";
            case WOULD_ACCEPT -> "APPLY would accept the invitation";
            case UNKNOWN -> "an action of a later version";
        };
    }

    /** @param status AWS's word, known or not */
    static String ofStatus(String status) {
        return switch (status) {
            case "ACCEPTED", "ASSOCIATED" -> "shared";
            case "ASSOCIATING" -> "being shared";
            case "PENDING" -> "invitation sent, not yet accepted";
            case "EXPIRED" -> "nobody accepted the invitation within seven days";
            case "REJECTED" -> "the invitation was rejected";
            case "REVOKED" -> "the share was revoked";
            case "FAILED" -> "AWS could not share it";
            default -> "";
        };
    }
}
