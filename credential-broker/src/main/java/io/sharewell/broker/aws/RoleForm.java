package io.sharewell.broker.aws;

/** What IAM allows as a role's name, path and external id, as regular expressions. */
public final class RoleForm {

    /** What the role is called where nobody says otherwise; {@code deploy/iam} makes it. */
    public static final String USUAL_NAME = "WellArchitectedShares";

    public static final String NAME = "[\\w+=,.@-]{1,64}";
    public static final String PATH = "/|/[\\x21-\\x7e]{1,510}/";
    public static final String EXTERNAL_ID = "[\\w+=,.@:/-]{2,1224}";

    private RoleForm() {}
}
