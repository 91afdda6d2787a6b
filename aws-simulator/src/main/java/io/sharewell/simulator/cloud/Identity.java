package io.sharewell.simulator.cloud;

import io.sharewell.simulator.iam.Caller;
import io.sharewell.simulator.iam.Policy;
import io.sharewell.simulator.iam.PolicySet;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whoever may sign requests: an IAM user, or a session of a role. */
public sealed interface Identity {

    Account account();

    String arn();

    /** As GetCallerIdentity tells it. */
    String userId();

    String secretAccessKey();

    PolicySet policies();

    /** Who this is, for policies that name principals. */
    Caller caller();

    /** An IAM user with a long-term key. */
    record User(
            Account account, String name, String userId, String accessKeyId, String secretAccessKey, List<Policy> own)
            implements Identity {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account.id() + ":user/" + name;
        }

        @Override
        public PolicySet policies() {
            return new PolicySet(own, null, null, account.levels());
        }

        @Override
        public Caller caller() {
            return new Caller(account.id(), arn(), arn());
        }

        @Override
        public String toString() {
            return arn();
        }
    }

    /**
     * A session of an assumed role.
     *
     * @param roleId such as {@code AROA…}
     * @param policies the role's when it was assumed, with the session's own policies
     * @param sourceIdentity null if none was set
     * @param transitiveTags the session tags that a chained session inherits
     */
    record Session(
            Account account,
            Role role,
            String roleId,
            String name,
            String accessKeyId,
            String secretAccessKey,
            String token,
            Instant issuedAt,
            Instant expiresAt,
            PolicySet policies,
            String sourceIdentity,
            Map<String, String> tags,
            Map<String, String> transitiveTags)
            implements Identity {
        @Override
        public String arn() {
            return "arn:aws:sts::" + account.id() + ":assumed-role/" + role.name() + "/" + name;
        }

        @Override
        public String userId() {
            return roleId + ":" + name;
        }

        @Override
        public Caller caller() {
            return new Caller(account.id(), arn(), role.arn(account.id()));
        }

        @Override
        public String toString() {
            return arn();
        }
    }
}
