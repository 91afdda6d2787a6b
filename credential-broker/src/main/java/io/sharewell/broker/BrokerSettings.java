package io.sharewell.broker;

import io.sharewell.broker.aws.RoleForm;
import io.sharewell.events.Purpose;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which role is assumed, how, and with which keys its sessions are sealed. */
@ConfigMapping(prefix = "credential-broker")
public interface BrokerSettings {

    /** The role's name, the same in every account. */
    @WithDefault(RoleForm.USUAL_NAME)
    String roleName();

    /** A file with the policy that goes with every session, instead of one for the purpose and mode of the sweep. */
    Optional<Path> sessionPolicy();

    /** The purposes that accounts are opened for; those of other purposes are passed over. */
    @WithDefault("SHARE,ACCEPT,UNSHARE")
    Set<Purpose> purposes();

    /** The topic that the accounts come from, if not this installation's own. */
    Optional<String> accountsTopic();

    /** The ARN of the role that accepts invitations in the reviews account; no account is opened for that if not set. */
    Optional<String> acceptanceRole();

    /** The role's path; begins and ends with a slash. */
    @WithDefault("/")
    String rolePath();

    /** The external id that the roles' trust policies ask for, if they do. */
    Optional<String> externalId();

    /** How long a session lasts, 15 minutes to 1 hour. AWS allows no more where one role assumes another. */
    @WithDefault("1h")
    Duration sessionDuration();

    /** The Regions whose STS is asked: the first, and where STS is not active for an account the next. */
    @WithDefault("${aws.region:us-east-1}")
    List<String> stsRegions();

    /**
     * The Regions that are looked into where a sweep does not ask for some, also newer ones than this version knows; all
     * that have the tool if not set.
     */
    Optional<List<String>> regions();

    /** How many accounts are opened at once. */
    @WithDefault("64")
    int concurrency();

    /** How many records get another session at once. */
    @WithDefault("32")
    int renewalsConcurrency();

    /** Calls to STS per second, in this process. AWS allows 600 per account and Region. */
    @WithDefault("300")
    double stsRate();

    /**
     * The source identity of the sessions. Every trust policy and the broker's own policy must then allow {@code
     * sts:SetSourceIdentity}.
     */
    Optional<String> sourceIdentity();

    /**
     * The tags of the sessions. Every trust policy and the broker's own policy must then allow {@code sts:TagSession}.
     */
    Map<String, String> sessionTags();

    /** The file with the keys that seal sessions; the same for all services. Without it the service does not start. */
    Optional<Path> sealKeyset();

    /** The file with the keys that sign grants; the broker's alone. Without it the service does not start. */
    Optional<Path> grantKeyset();
}
