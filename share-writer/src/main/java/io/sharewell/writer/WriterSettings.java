package io.sharewell.writer;

import io.sharewell.events.Permission;
import io.sharewell.writer.domain.Policies.OnExpired;
import io.sharewell.writer.domain.Policies.OnFailed;
import io.sharewell.writer.domain.Policies.OnPermissionDifference;
import io.sharewell.writer.domain.Policies.OnRefused;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the share-writer. */
@ConfigMapping(prefix = "share-writer")
public interface WriterSettings {

    /** A workload cannot have more shares: AWS's general reference. */
    int MOST_TARGETS = 20;

    /** Whom every workload is shared with, at least one. Never taken from an event. */
    List<TargetSettings> targets();

    /** What to do about an invitation that nobody accepted within seven days: RENEW, delete it and invite again, or REPORT. */
    @WithDefault("RENEW")
    OnExpired onExpired();

    /** What to do about a share that was rejected or revoked: REPORT, or INVITE_AGAIN. */
    @WithDefault("REPORT")
    OnRefused onRefused();

    /** What to do about a share that AWS could not complete: REPORT, or RENEW. */
    @WithDefault("REPORT")
    OnFailed onFailed();

    /**
     * What to do about an accepted share with another permission: REPORT, or UPDATE. AWS's guide says that a modified
     * invitation must be accepted anew, so an update may cost access.
     */
    @WithDefault("REPORT")
    OnPermissionDifference onPermissionDifference();

    /** How many workloads or invitations are worked on at once. */
    @WithDefault("64")
    int concurrency();

    /** How long a workload may be without an answer of AWS before it goes to the retry ladder; ten times that in all. */
    @WithDefault("2m")
    Duration unitBudget();

    /** The file with the keyset that opens the sealed sessions, the same for broker, scanner and writer. */
    Optional<Path> sealKeyset();

    Rate rate();

    /** A target. */
    interface TargetSettings {
        /** A 12-digit account id, the ARN of an IAM user, or the id or ARN of an OU or an organization. */
        Optional<String> principal();

        /** What the target may do with the workload: READONLY, or CONTRIBUTOR. */
        @WithDefault("READONLY")
        Permission permission();
    }

    /**
     * How often the Well-Architected Tool is called, per account, Region and operation. AWS publishes no limits: the
     * defaults are a guess on the safe side.
     */
    interface Rate {
        /** Calls to the Well-Architected Tool per second, per account, Region and operation. */
        @WithDefault("10")
        double perSecond();

        /** Calls at once after a quiet time. */
        @WithDefault("20")
        int burst();

        /** The longest a call waits for its turn, and the longest a record without a turn for its first call stays away. */
        @WithDefault("5s")
        Duration longestWait();
    }
}
