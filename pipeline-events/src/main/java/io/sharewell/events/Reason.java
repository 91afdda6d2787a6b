package io.sharewell.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Every reason that a result can give, with the cure for it. The names are stable. */
public enum Reason {
    // An account is skipped
    NOT_ACTIVE("Nothing to do while AWS keeps the account in this state; it is looked at again in the next sweep."),
    EXCLUDED("A setting excludes it: see account-discovery.selection.exclude-accounts, exclude-ous and tags."),
    NOT_INCLUDED("The selection names other accounts or OUs: widen account-discovery.selection if it should be there."),
    MANAGEMENT_ACCOUNT(
            "Set account-discovery.selection.management-account to true, and create the role there by hand: StackSets skip the management account."),

    // An account or OU that the selection names is not there
    NO_SUCH_ACCOUNT(
            "The organization has no account with this id: correct it, or take it out of the selection. If it was to exclude an account, that one was not left out."),
    NO_SUCH_OU(
            "The organization has no OU or root with this id: correct it, or take it out of the selection. Nothing was looked into, as nobody knows who was meant."),

    // An account is blocked
    ROLE_NOT_ASSUMABLE(
            "AWS answers the same for each of these, so check all: the role exists in the account under the configured name and path; its trust policy allows sts:AssumeRole for the automation account; the external id is the same on both sides; no service control policy denies it; the account is not suspended."),
    WRONG_ACCOUNT(
            "The assumed role is in another account than asked for: check the configured role name and partition."),
    STS_REGION_DISABLED(
            "Activate STS for the Region in the account (IAM console, account settings), or configure another Region in credential-broker.sts-regions."),
    NO_ACCEPTANCE_ROLE(
            "Set credential-broker.acceptance-role to the ARN of a role in the reviews account that may list and update share invitations."),
    ROLE_SETTINGS_REJECTED(
            "AWS does not accept what is asked of the role: check the session duration against the role's maximum and the session policy."),

    // A Region is skipped or failed
    REGION_NOT_ENABLED("Nothing to do, unless the account should have workloads there: then enable the Region in it."),
    REGION_WITHOUT_TOOL(
            "AWS does not have the Well-Architected Tool in this Region, so there is nothing to share: leave it out of the selection, or set credential-broker.regions if AWS's list is behind."),
    DENIED_BY_SCP(
            "A service control policy denies it: exempt the role from the policy, or leave the Region or account out."),
    DENIED("Add the action to the policy of the role in this account."),
    TOKEN_REJECTED(
            "AWS does not know the session in this Region: use a regional STS endpoint in credential-broker.sts-regions."),
    SEAL_BROKEN(
            "The sealed session does not belong to this record or was changed on its way: find out who can write to the topic."),
    SEAL_KEY_UNKNOWN("The keyset lacks the key the session was sealed with: give all services the same keyset."),
    GRANT_REFUSED(
            "The record's grant is not valid (forged, changed or over): a new sweep gives new grants; if it was not over, find out who can write to the topic."),
    RENEWALS_EXHAUSTED("The session was over again and again: check the clocks, and the session duration of the role."),

    // A workload, a target or an invitation
    PERMISSION_DIFFERS(
            "Shared with another permission than configured: change it by hand, or set share-writer.on-permission-difference to UPDATE."),
    INVITATION_EXPIRED(
            "Nobody accepted within seven days: set share-writer.on-expired to RENEW, and accept in the reviews account."),
    REFUSED(
            "The reviews account rejected or the owner revoked it: agree with them, then delete the share or invite by hand."),
    SHARE_FAILED(
            "AWS could not complete the share: see its message. An OU or organization needs 'Enable AWS Organizations support' in the settings of the Well-Architected Tool, in the management account."),
    QUOTA_REACHED("A workload can have 20 shares: delete one that is no longer needed."),
    TARGET_REGION_NOT_ENABLED(
            "The account it is to be shared with has not enabled this Region: enable it there, or leave the Region out of the selection."),
    WORKLOAD_GONE("The workload was deleted meanwhile: nothing to do."),
    WORKLOAD_IN_USE("Somebody changes the shares of this workload at the same time: the next sweep tries again."),
    REJECTED_BY_AWS(
            "AWS calls the request invalid: see its message. Usual causes: a wrong principal in share-writer.targets, or an OU or organization without 'Enable AWS Organizations support' in the settings of the Well-Architected Tool of the management account."),
    NOT_A_MEMBER("The invitation comes from an account outside the organization: accept or reject it by hand."),
    NOT_A_WORKLOAD("Sharewell accepts invitations to workloads only: accept or reject it by hand."),
    INVITATION_GONE("The invitation was answered or withdrawn meanwhile: nothing to do."),

    // Any record
    RETRIES_EXHAUSTED(
            "It failed at every attempt: see the cause, cure it, then redrive the dead-letter topic or sweep again."),
    MALFORMED_RECORD(
            "The record could not be read: look at it in the dead-letter topic; who else writes to the topic?"),
    UNEXPECTED("An answer that Sharewell does not know: please report it with this text."),

    // A sweep
    LIST_ACCOUNTS_DENIED(
            "Run Sharewell in an account that is delegated administrator of some AWS service (or in the management account), with organizations:ListAccounts allowed."),
    NOT_IN_AN_ORGANIZATION(
            "The account whose credentials are used belongs to no organization: use the automation account's."),
    CREDENTIALS_REJECTED(
            "AWS does not accept the credentials Sharewell runs with: check them, the clock and the endpoint."),
    CREDENTIALS_MISSING(
            "Sharewell found no AWS credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or give the pod a role."),
    AWS_UNREACHABLE("AWS did not answer: check network, proxy and endpoint URL."),
    NOTHING_SELECTED("No account is selected: see the skipped accounts and their reasons."),
    DEADLINE_PASSED(
            "What is listed as open had no outcome in time: look at lag, retry and dead-letter topics, then sweep again."),
    SUPERSEDED("A later sweep took its place."),

    /** A reason of a later version. */
    @JsonEnumDefaultValue
    UNKNOWN("This reader is older than the writer: update it.");

    private final String remedy;

    Reason(String remedy) {
        this.remedy = remedy;
    }

    /** What to do about it, for a person; never null. */
    public String remedy() {
        return remedy;
    }
}
