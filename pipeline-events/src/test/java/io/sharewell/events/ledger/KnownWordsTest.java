package io.sharewell.events.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult.WorkloadResult;
import io.sharewell.events.TargetOutcome;
import io.sharewell.events.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownWordsTest {

    private static final AccountId ACCOUNT = AccountId.of("111111111111");
    private static final Envelope SWEEP = Envelope.of("s1", Purpose.SHARE, Mode.APPLY);

    private final KnownWords words = new KnownWords();

    @Test
    void sayTheSame() {
        WorkloadResult result = read("w1", SWEEP);

        assertThat(words.in(result, SWEEP, ACCOUNT)).isEqualTo(result);
    }

    @Test
    void areOneObjectInAllResults() {
        WorkloadResult one = words.in(read("w1", SWEEP), SWEEP, ACCOUNT);
        WorkloadResult other = words.in(read("w2", SWEEP), SWEEP, ACCOUNT);

        assertThat(other.envelope()).isSameAs(SWEEP);
        assertThat(other.accountId()).isSameAs(ACCOUNT);
        assertThat(other.workload().lenses()).isSameAs(one.workload().lenses());
        assertThat(other.workload().improvementStatus()).isSameAs(one.workload().improvementStatus());
        assertThat(other.targets().getFirst().sharedWith())
                .isSameAs(one.targets().getFirst().sharedWith());
        assertThat(other.targets().getFirst().status())
                .isSameAs(one.targets().getFirst().status());
        assertThat(other.problem().remedy()).isSameAs(Reason.WORKLOAD_IN_USE.remedy());
    }

    @Test
    void leaveAnEnvelopeThatTellsMore() {
        Envelope replay = SWEEP.replayedAs("r1");

        assertThat(words.in(read("w1", replay), SWEEP, ACCOUNT).envelope()).isEqualTo(replay);
    }

    /** As it comes from the topic, every object its own. */
    private static WorkloadResult read(String workload, Envelope envelope) {
        WorkloadResult result = new WorkloadResult(
                envelope,
                ACCOUNT,
                Region.of("eu-west-1"),
                new Workload(
                        workload,
                        "arn:aws:wellarchitected:eu-west-1:111111111111:workload/" + workload,
                        "Payments",
                        Map.of("HIGH", 3),
                        "NOT_APPLICABLE",
                        List.of("wellarchitected", "serverless"),
                        Instant.parse("2026-11-22T12:00:00Z")),
                List.of(new TargetOutcome(
                        Principal.of("999999999999"),
                        Permission.READONLY,
                        Action.CREATED,
                        "share-of-" + workload,
                        "PENDING",
                        null)),
                Problem.of(Reason.WORKLOAD_IN_USE),
                2);
        return (WorkloadResult) EventCodec.decode(
                EventCodec.headers(result, "test", Instant.EPOCH).get("ce_type"), EventCodec.encode(result));
    }
}
