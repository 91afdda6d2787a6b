package io.sharewell.chaos.checker;

import io.sharewell.chaos.checker.Evidence.Share;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said of shares is so: each live share that the latest result of a workload tells is one of AWS's, and where it tells
 * of no problem, AWS has no other.
 */
final class SharesTold {

    private SharesTold() {}

    static Stream<String> violations(Evidence evidence) {
        Map<String, WorkloadResult> latest = new LinkedHashMap<>();
        evidence.on(Topic.SHARE_RESULTS.topicName()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(WorkloadResult.class::isInstance)
                .map(WorkloadResult.class::cast)
                .filter(result -> result.envelope().mode() == Mode.APPLY)
                .forEach(result -> latest.put(workload(result), result));
        Map<String, List<Share>> shares = evidence.shares().stream()
                .collect(Collectors.groupingBy(share -> share.workload() + " with " + share.sharedWith()));
        return latest.entrySet().stream()
                .filter(it -> it.getValue().envelope().purpose() == Purpose.SHARE)
                .flatMap(it -> it.getValue().targets().stream()
                        .flatMap(target -> violations(it.getKey(), it.getValue(), target, shares)));
    }

    private static Stream<String> violations(
            String workload, WorkloadResult result, TargetOutcome target, Map<String, List<Share>> all) {
        String what = workload + " with " + target.sharedWith();
        List<Share> shares = all.getOrDefault(what, List.of());
        boolean tellsOne = Evidence.LIVE.contains(target.status());
        if (tellsOne && shares.stream().noneMatch(share -> share.shareId().equals(target.shareId()))) {
            return Stream.of("share " + target.shareId() + " of workload " + what + " is told and AWS has none such");
        }
        boolean tellsAll = result.problem() == null && target.problem() == null;
        Set<String> live =
                shares.stream().filter(Share::isLive).map(Share::shareId).collect(Collectors.toSet());
        return tellsAll && !live.isEmpty() && !(tellsOne && live.contains(target.shareId()))
                ? Stream.of("AWS has a live share of workload " + what + " that is not told")
                : Stream.of();
    }

    private static String workload(WorkloadResult result) {
        return result.accountId() + "/" + result.region() + "/"
                + result.workload().id();
    }
}
