package io.sharewell.simulator.wellarchitected;

import java.util.regex.Pattern;

/** Whom shares name. */
public final class Principals {

    private static final Pattern INVITED = Pattern.compile("\\d{12}|arn:aws[-a-z]*:iam::\\d{12}:user/[\\w+=,.@/-]+");

    private Principals() {}

    /** Whether it is an account or a user, who gets an invitation; the others are associated without being asked. */
    public static boolean isInvited(String sharedWith) {
        return INVITED.matcher(sharedWith).matches();
    }

    /** By what a recipient's shares are found: the id of an account, OU or organization, or the ARN of a user. */
    public static String key(String sharedWith) {
        return sharedWith.contains(":iam::") ? sharedWith : sharedWith.substring(sharedWith.lastIndexOf('/') + 1);
    }
}
