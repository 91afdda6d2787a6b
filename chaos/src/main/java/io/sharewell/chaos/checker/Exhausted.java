package io.sharewell.chaos.checker;

import io.sharewell.events.CloudEvents;
import io.sharewell.events.Problem;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionFailed;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.Topic;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever was given up after the last rung has a dead letter: so it can be sent back once its cause is cured. */
final class Exhausted {

    private Exhausted() {}

    static Stream<String> violations(Evidence evidence) {
        Set<String> dead = Arrays.stream(Topic.values())
                .flatMap(topic -> evidence.on(topic.dlq()).stream())
                .filter(letter -> Reason.RETRIES_EXHAUSTED.name().equals(Reading.header(letter, CloudEvents.DLQ_CAUSE)))
                .flatMap(letter -> Reading.event(letter).stream())
                .map(event -> event.subject())
                .collect(Collectors.toSet());
        return evidence.on(Topic.SHARE_RESULTS.topicName()).stream()
                .flatMap(record -> Reading.event(record).stream())
                .filter(event -> event instanceof ShareResult statement && isExhausted(statement))
                .map(event -> event.subject())
                .filter(subject -> !dead.contains(subject))
                .distinct()
                .map(subject -> subject + " was given up and has no dead letter");
    }

    private static boolean isExhausted(ShareResult statement) {
        Problem problem =
                switch (statement) {
                    case AccountBlocked it -> it.problem();
                    case RegionFailed it -> it.problem();
                    case WorkloadResult it -> it.problem();
                    case InvitationResult it -> it.problem();
                    case ShareResult _ -> null;
                };
        return problem != null && problem.reason() == Reason.RETRIES_EXHAUSTED;
    }
}
