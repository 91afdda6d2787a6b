package io.sharewell.simulator.organization;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is not known of AWS, or differs with time: both behaviours, by switch. Null members take the
 * default, which is each enumeration's first constant, and for times none.
 */
public record Behaviours(
        StateMembers stateMembers,
        DuplicateShares duplicateShares,
        DeletedShareTokens deletedShareTokens,
        AcceptedShareUpdate acceptedShareUpdate,
        ForeignShareList foreignShareList,
        SelfShare selfShare,
        EmptyPages emptyPages,
        EventualConsistency eventualConsistency,
        ManagementOptIn managementOptIn,
        AuthenticationStatus authenticationStatus,
        SharedWithForm sharedWithForm) {

    public static final Behaviours DEFAULTS =
            new Behaviours(null, null, null, null, null, null, null, null, null, null, null);

    public Behaviours {
        stateMembers = stateMembers == null ? StateMembers.BOTH : stateMembers;
        duplicateShares = duplicateShares == null ? DuplicateShares.REFUSED : duplicateShares;
        deletedShareTokens = deletedShareTokens == null ? DeletedShareTokens.REMEMBERED : deletedShareTokens;
        acceptedShareUpdate = acceptedShareUpdate == null ? AcceptedShareUpdate.KEEPS : acceptedShareUpdate;
        foreignShareList = foreignShareList == null ? ForeignShareList.DENIED : foreignShareList;
        selfShare = selfShare == null ? SelfShare.REFUSED : selfShare;
        emptyPages = emptyPages == null ? EmptyPages.RARELY : emptyPages;
        eventualConsistency = eventualConsistency == null ? EventualConsistency.NONE : eventualConsistency;
        managementOptIn = managementOptIn == null ? ManagementOptIn.ALL_MEMBERS : managementOptIn;
        authenticationStatus = authenticationStatus == null ? AuthenticationStatus.FORBIDDEN : authenticationStatus;
        sharedWithForm = sharedWithForm == null ? SharedWithForm.AS_GIVEN : sharedWithForm;
    }

    /** One of them: its type tells which. */
    public sealed interface Switch
            permits StateMembers,
                    DuplicateShares,
                    DeletedShareTokens,
                    AcceptedShareUpdate,
                    ForeignShareList,
                    SelfShare,
                    EmptyPages,
                    EventualConsistency,
                    ManagementOptIn,
                    AuthenticationStatus,
                    SharedWithForm {}

    /** The same, with these. */
    public Behaviours with(Switch... switches) {
        Behaviours changed = this;
        for (Switch one : switches) {
            changed = changed.changedBy(one);
        }
        return changed;
    }

    private Behaviours changedBy(Switch one) {
        return new Behaviours(
                one instanceof StateMembers it ? it : stateMembers,
                one instanceof DuplicateShares it ? it : duplicateShares,
                one instanceof DeletedShareTokens it ? it : deletedShareTokens,
                one instanceof AcceptedShareUpdate it ? it : acceptedShareUpdate,
                one instanceof ForeignShareList it ? it : foreignShareList,
                one instanceof SelfShare it ? it : selfShare,
                one instanceof EmptyPages it ? it : emptyPages,
                one instanceof EventualConsistency it ? it : eventualConsistency,
                one instanceof ManagementOptIn it ? it : managementOptIn,
                one instanceof AuthenticationStatus it ? it : authenticationStatus,
                one instanceof SharedWithForm it ? it : sharedWithForm);
    }

    /** Which of {@code Status} and {@code State} Organizations' accounts have. */
    public enum StateMembers implements Switch {
        @JsonProperty("both")
        BOTH,
        @JsonProperty("state")
        STATE,
        @JsonProperty("status")
        STATUS
    }

    /**
     * A second share of a workload with the same principal: ConflictException, another share, or that only once the
     * first is EXPIRED, REJECTED or REVOKED.
     */
    public enum DuplicateShares implements Switch {
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("allowed")
        ALLOWED,
        @JsonProperty("allowedAfterEnd")
        ALLOWED_AFTER_END
    }

    /** The client token of a share that was deleted since: the old answer, or a new share. */
    public enum DeletedShareTokens implements Switch {
        @JsonProperty("remembered")
        REMEMBERED,
        @JsonProperty("forgotten")
        FORGOTTEN
    }

    /** An accepted share whose permission is changed: stays accepted, or must be accepted anew. */
    public enum AcceptedShareUpdate implements Switch {
        @JsonProperty("keeps")
        KEEPS,
        @JsonProperty("resets")
        RESETS
    }

    /** ListWorkloadShares by a recipient of the workload: AccessDenied, or ResourceNotFound. */
    public enum ForeignShareList implements Switch {
        @JsonProperty("denied")
        DENIED,
        @JsonProperty("notFound")
        NOT_FOUND
    }

    /** A share with the owner's own account: ValidationException, or a share like others. */
    public enum SelfShare implements Switch {
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("allowed")
        ALLOWED
    }

    /** Empty pages with a token in lists: about one page in 50 (Organizations) or 500, none, or before each page. */
    public enum EmptyPages implements Switch {
        @JsonProperty("rarely")
        RARELY,
        @JsonProperty("never")
        NEVER,
        @JsonProperty("always")
        ALWAYS
    }

    /** Sharing with the organization that the management account opted in to: every member may, or it alone. */
    public enum ManagementOptIn implements Switch {
        @JsonProperty("allMembers")
        ALL_MEMBERS,
        @JsonProperty("itself")
        ITSELF
    }

    /** How a share names an OU or an organization: as the owner did, or by its id. */
    public enum SharedWithForm implements Switch {
        @JsonProperty("asGiven")
        AS_GIVEN,
        @JsonProperty("id")
        ID
    }

    /** The HTTP status of Well-Architected's answers to bad credentials and signatures: 403 or 400. */
    public enum AuthenticationStatus implements Switch {
        @JsonProperty("forbidden")
        FORBIDDEN,
        @JsonProperty("badRequest")
        BAD_REQUEST
    }
}
