package io.sharewell.app.doctor;

/** What is looked at, in this order. The names are stable. */
public enum Check {
    CREDENTIALS("Credentials"),
    IDENTITY("Who am I"),
    CLOCK("Clock"),
    LIST_ACCOUNTS("List accounts"),
    OU_OPERATIONS("OUs and tags"),
    REVIEWS_ACCOUNT("Reviews account"),
    TOOL_REGIONS("Regions with the tool"),
    ACCEPTANCE_ROLE("Acceptance role"),
    INVITATIONS("List invitations"),
    BROKER("Kafka broker"),
    SEAL_KEYSET("Seal keyset"),
    GRANT_KEYSET("Grant keyset"),

    // Of each account
    ACCOUNT("Account"),
    ROLE("Role"),
    ENABLED_REGIONS("Regions enabled"),
    LIST_WORKLOADS("List workloads"),
    LIST_SHARES("List shares"),
    CHANGE_SHARES("Change shares");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    /** For a person. */
    String title() {
        return title;
    }
}
