package io.sharewell.writer.messaging;

import io.sharewell.events.Action;
import io.sharewell.events.HeldUpException;
import io.sharewell.events.Problem;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.WorkloadFound;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

/** One line per workload and target: changes and problems at INFO, what stays as it is at DEBUG. */
final class ShareLog {

    private static final Logger LOG = Logger.getLogger(ShareLog.class);

    private ShareLog() {}

    static void log(WorkloadResult result) {
        if (result.problem() != null) {
            LOG.infof("workload problem arn=%s%s", result.workload().arn(), words(result.problem()));
        }
        if (result.sharesLeft() != null) {
            LOG.warnf(
                    "nearly full arn=%s sharesLeft=%d of the 20 that AWS allows",
                    result.workload().arn(), result.sharesLeft());
        }
        for (TargetOutcome target : result.targets()) {
            LOG.logf(
                    level(target.action(), target.problem()),
                    "share arn=%s target=%s permission=%s action=%s status=%s%s",
                    result.workload().arn(),
                    target.sharedWith(),
                    target.permission(),
                    target.action(),
                    target.status(),
                    words(target.problem()));
        }
    }

    static void log(InvitationResult result) {
        LOG.logf(
                level(result.action(), result.problem()),
                "invitation account=%s region=%s id=%s sharedBy=%s action=%s%s",
                result.accountId(),
                result.region(),
                result.invitation().id(),
                result.invitation().sharedBy(),
                result.action(),
                words(result.problem()));
    }

    /** A bug is trouble, but it is also a bug. */
    static void log(WorkloadFound soFar, HeldUpException why) {
        if (why.getCause() != null) {
            LOG.errorf(
                    why.getCause(),
                    "share failed, it is tried again arn=%s",
                    soFar.workload().arn());
        }
    }

    private static Level level(Action action, Problem problem) {
        return action == Action.NONE && problem == null ? Level.DEBUG : Level.INFO;
    }

    private static String words(Problem problem) {
        if (problem == null) {
            return "";
        }
        String detail = problem.detail() == null ? "" : " detail=\"" + problem.detail() + '"';
        return " reason=" + problem.reason() + detail;
    }
}
