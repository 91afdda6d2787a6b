package io.sharewell.chaos.checker;

import io.sharewell.chaos.checker.Evidence.Share;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of shares is so: each live share that the latest result of a workload tells is one of AWS's, and where AWS has
 * live ones, the result tells one of them or a problem, that of an {@code UNSHARE} a problem. The organization had none
 * before the run.
 */
final class SharesTold {

    private SharesTold() {}

    static Stream<String> violations(Evidence evidence) {
        Map<String, WorkloadResult> latest = latest(evidence);
        return Stream.concat(madeUp(latest, evidence.shares()), untold(latest, evidence.shares()));
    }

    /** By workload. */
    private static Map<String, WorkloadResult> latest(Evidence evidence) {
        Map<String, WorkloadResult> latest = new HashMap<>();
        evidence.on(Topic.SHARE_RESULTS.topicName()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(WorkloadResult.class::isInstance)
                .map(WorkloadResult.class::cast)
                .filter(result -> result.envelope().mode() == Mode.APPLY)
                .forEach(result -> latest.put(workload(result), result));
        return latest;
    }

    private static Stream<String> madeUp(Map<String, WorkloadResult> latest, List<Share> shares) {
        Set<String> there = shares.stream()
                .map(share -> share.shareId() + " of workload " + what(share))
                .collect(Collectors.toSet());
        return latest.entrySet().stream()
                .flatMap(it -> it.getValue().targets().stream()
                        .filter(target -> tellsOne(it.getValue(), target))
                        .map(target ->
                                target.shareId() + " of workload " + it.getKey() + " with " + target.sharedWith()))
                .filter(share -> !there.contains(share))
                .map(share -> "share " + share + " is told and AWS has none such");
    }

    private static Stream<String> untold(Map<String, WorkloadResult> latest, List<Share> shares) {
        return shares.stream()
                .filter(Share::isLive)
                .collect(Collectors.groupingBy(SharesTold::what))
                .entrySet()
                .stream()
                .filter(live ->
                        live.getValue().stream().noneMatch(share -> isTold(share, latest.get(share.workload()))))
                .map(live -> "AWS has a live share of workload " + live.getKey() + " that is not told");
    }

    /** @param result null if there is none */
    private static boolean isTold(Share share, WorkloadResult result) {
        return result != null
                && (result.problem() != null
                        || result.targets().stream()
                                .filter(target -> target.sharedWith().value().equals(share.sharedWith()))
                                .anyMatch(target -> target.problem() != null
                                        || tellsOne(result, target)
                                                && share.shareId().equals(target.shareId())));
    }

    private static boolean tellsOne(WorkloadResult result, TargetOutcome target) {
        return result.envelope().purpose() == Purpose.SHARE
                && target.status() != null
                && Evidence.LIVE.contains(target.status());
    }

    private static String what(Share share) {
        return share.workload() + " with " + share.sharedWith();
    }

    private static String workload(WorkloadResult result) {
        return result.accountId() + "/" + result.region() + "/"
                + result.workload().id();
    }
}
