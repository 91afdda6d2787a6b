package io.sharewell.app.replay;

import static io.sharewell.app.replay.Letters.NOW;
import static io.sharewell.app.replay.Letters.OTHER_ACCOUNT;
import static io.sharewell.app.replay.Letters.YESTERDAY;
import static io.sharewell.app.replay.Letters.accept;
import static io.sharewell.app.replay.Letters.account;
import static io.sharewell.app.replay.Letters.dead;
import static io.sharewell.app.replay.Letters.halfSettled;
import static io.sharewell.app.replay.Letters.onTopic;
import static io.sharewell.app.replay.Letters.unit;
import static io.sharewell.app.replay.Letters.unshare;
import static io.sharewell.app.replay.Letters.withGrantUntil;
import static io.sharewell.app.replay.Letters.withoutGrant;
import static io.sharewell.app.replay.Letters.withoutSession;
import static io.sharewell.app.replay.Letters.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.CloudEvents;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.TopicNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Filter ALL = new Filter(null, null, null, null, null);

    private static Plan plan(Rule rule, List<ConsumerRecord<byte[], byte[]>> records) {
        Plan plan = new Plan(rule);
        records.forEach(plan::consider);
        return plan;
    }

    private static Rule replay(Filter filter) {
        return new ReplayRule(Topic.WORKLOADS_FOUND, filter, NOW);
    }

    private static Rule redrive() {
        return redrive(List.of());
    }

    private static Rule redrive(Filter filter) {
        return redrive(filter, List.of());
    }

    private static Rule redrive(List<ConsumerRecord<byte[], byte[]>> onItsTopic) {
        return redrive(ALL, onItsTopic);
    }

    private static Rule redrive(Filter filter, List<ConsumerRecord<byte[], byte[]>> onItsTopic) {
        EarlierRedrives earlier = new EarlierRedrives();
        onItsTopic.forEach(earlier::add);
        return new RedriveRule(new ReplayRule(Topic.WORKLOADS_FOUND, filter, NOW), earlier, TopicNames.PLAIN);
    }

    @Test
    void ofSeveralCopiesTheNewestIsSent() {
        ConsumerRecord<byte[], byte[]> first = onTopic(workload("s", 1), 0);
        ConsumerRecord<byte[], byte[]> fromTheLadder = onTopic(halfSettled(workload("s", 1)), 2);
        ConsumerRecord<byte[], byte[]> another = onTopic(workload("s", 2), 1);

        Plan plan = plan(replay(ALL), List.of(first, another, fromTheLadder));

        assertThat(plan.selected()).isEqualTo(2);
        assertThat(plan.left()).isEqualTo(Map.of(Left.OLDER_COPY, 1));
        assertThat(List.of(first, another, fromTheLadder))
                .filteredOn(plan.chosen()::includes)
                .containsExactly(another, fromTheLadder);
        assertThat(plan.sweeps()).isEqualTo(Map.of("s (SHARE, APPLY)", 2));
    }

    @Test
    void theSameWorkloadInAnotherSweepIsAnotherRecord() {
        Plan plan = plan(replay(ALL), List.of(onTopic(workload("s1", 1), 0), onTopic(workload("s2", 1), 1)));

        assertThat(plan.sweeps()).isEqualTo(Map.of("s1 (SHARE, APPLY)", 1, "s2 (SHARE, APPLY)", 1));
    }

    @Test
    void anUnshareIsSentAgainByTheNameOfItsSweepAlone() {
        List<ConsumerRecord<byte[], byte[]>> records =
                List.of(onTopic(workload("s", 1), 0), onTopic(unshare("u"), 1), onTopic(accept("a"), 2));

        assertThat(objection(replay(ALL), records))
                .hasValueSatisfying(why -> assertThat(why).contains("An UNSHARE is among these", "--sweep"));
        assertThat(objection(replay(new Filter("u", null, null, null, null)), records))
                .isEmpty();
        assertThat(objection(replay(new Filter("s", null, null, null, null)), records))
                .isEmpty();
    }

    @Test
    void aDeadUnshareIsRedrivenByTheNameOfItsSweepAlone() {
        List<ConsumerRecord<byte[], byte[]>> letters = List.of(dead(unshare("u"), 0, 0));

        assertThat(objection(redrive(), letters))
                .hasValueSatisfying(why -> assertThat(why).contains("An UNSHARE is among these", "--sweep"));
        assertThat(objection(redrive(new Filter("u", null, null, null, null)), letters))
                .isEmpty();
    }

    @Test
    void thePlanOfAnUnshareTakesNothingAwayAndNeedsNoName() {
        WorkRecord plan = unshare("u").withEnvelope(Envelope.of("u", Purpose.UNSHARE, Mode.PLAN));

        assertThat(objection(replay(ALL), List.of(onTopic(plan, 0)))).isEmpty();
    }

    @Test
    void sharesAndTheirAcceptanceMayBeSentAgainTogether() {
        assertThat(objection(replay(ALL), List.of(onTopic(workload("s", 1), 0), onTopic(accept("a"), 1))))
                .isEmpty();
    }

    private static Optional<String> objection(Rule rule, List<ConsumerRecord<byte[], byte[]>> records) {
        return rule.objection(plan(rule, records));
    }

    @Test
    void filtersSayWhyTheyLeaveARecord() {
        List<ConsumerRecord<byte[], byte[]>> one = List.of(onTopic(workload("s", 1), 0));

        assertThat(plan(replay(new Filter("other", null, null, null, null)), one)
                        .left())
                .containsOnlyKeys(Left.OTHER_SWEEP);
        assertThat(plan(replay(new Filter(null, OTHER_ACCOUNT, null, null, null)), one)
                        .left())
                .containsOnlyKeys(Left.OTHER_ACCOUNT);
        assertThat(plan(replay(new Filter(null, null, Region.of("eu-west-2"), null, null)), one)
                        .left())
                .containsOnlyKeys(Left.OTHER_REGION);
        assertThat(plan(replay(between(YESTERDAY.plusMillis(1), null)), one).left())
                .containsOnlyKeys(Left.OTHER_TIME);
        assertThat(plan(replay(between(null, YESTERDAY)), one).left()).containsOnlyKeys(Left.OTHER_TIME);
        assertThat(plan(replay(between(YESTERDAY, YESTERDAY.plusMillis(1))), one)
                        .selected())
                .isOne();
        AccountId account = Letters.ACCOUNT;
        assertThat(plan(replay(new Filter("s", account, Letters.REGION, null, null)), one)
                        .selected())
                .isOne();
    }

    private static Filter between(Instant since, Instant until) {
        return new Filter(null, null, null, since, until);
    }

    @Test
    void whatCannotBeReadOrDoesNotBelongIsLeft() {
        ConsumerRecord<byte[], byte[]> garbage =
                Letters.at("workloads-found", 0, "key", new byte[] {1, 2}, Letters.headers(workload("s", 1)));
        ConsumerRecord<byte[], byte[]> strayed = onTopic(unit("s"), 1);

        assertThat(plan(replay(ALL), List.of(garbage, strayed)).left())
                .isEqualTo(Map.of(Left.UNREADABLE, 1, Left.ELSEWHERE, 1));
    }

    @Test
    void aDeadSessionNeedsAGrantThatHolds() {
        Plan plan = plan(
                replay(ALL),
                List.of(
                        onTopic(withGrantUntil(NOW, workload("s", 1)), 0),
                        onTopic(withoutGrant(workload("s", 2)), 1),
                        onTopic(withoutSession(workload("s", 3)), 2)));

        assertThat(plan.selected()).as("the third has no session, but a grant").isOne();
        assertThat(plan.left()).isEqualTo(Map.of(Left.NO_LEAVE, 2));
    }

    @Test
    void aLiveSessionNeedsNoGrant() {
        Rule anHourBefore = new ReplayRule(Topic.WORKLOADS_FOUND, ALL, YESTERDAY.minusSeconds(3600));

        assertThat(plan(anHourBefore, List.of(onTopic(withoutGrant(workload("s", 1)), 0)))
                        .selected())
                .isOne();
    }

    @Test
    void aDeadLetterGoesBackToWhereItComesFrom() {
        ConsumerRecord<byte[], byte[]> letter = dead(withoutSession(workload("s", 1)), 0, 0);
        ConsumerRecord<byte[], byte[]> noLetter = onTopic(withoutSession(workload("s", 2)), 1);

        Plan plan = plan(redrive(), List.of(letter, noLetter));

        assertThat(plan.chosen().includes(letter)).isTrue();
        assertThat(plan.left()).isEqualTo(Map.of(Left.ELSEWHERE, 1));
    }

    @Test
    void whatDiedOnARungOfTheLadderGoesBackToTheTopicBelowIt() {
        List<ConsumerRecord<byte[], byte[]>> letters = List.of(
                deadFrom("workloads-found.retry.1-0@0", workload("s", 1), 0),
                deadFrom("account-sessions.retry.1-0@0", workload("s", 2), 1),
                deadFrom("workloads-found.dlq-0@0", workload("s", 3), 2));

        Plan plan = plan(redrive(), letters);

        assertThat(letters).filteredOn(plan.chosen()::includes).containsExactly(letters.getFirst());
        assertThat(plan.left()).isEqualTo(Map.of(Left.ELSEWHERE, 2));
    }

    @Test
    void aSecondBrokersDeadAccountsComeFromItsOwnTopicAndFromSharewells() {
        List<ConsumerRecord<byte[], byte[]>> letters = List.of(
                deadFrom("inventory.accounts-1@2", account("s1"), 0),
                deadFrom("accounts-1@2", account("s2"), 1),
                deadFrom("another.accounts-1@2", account("s3"), 2));

        Plan plan = plan(
                new RedriveRule(
                        new ReplayRule(Topic.ACCOUNTS, ALL, NOW), new EarlierRedrives(), new TopicNames("inventory.")),
                letters);

        assertThat(letters).filteredOn(plan.chosen()::includes).containsExactly(letters.get(0), letters.get(1));
        assertThat(plan.left()).isEqualTo(Map.of(Left.ELSEWHERE, 1));
    }

    private static ConsumerRecord<byte[], byte[]> deadFrom(String origin, WorkRecord record, long offset) {
        ConsumerRecord<byte[], byte[]> letter = dead(record, offset, 0);
        letter.headers().remove(CloudEvents.DLQ_ORIGIN);
        letter.headers().add(CloudEvents.DLQ_ORIGIN, origin.getBytes());
        return letter;
    }

    @Test
    void aDeadLetterThatWasRedrivenStaysUntilItComesBack() {
        ConsumerRecord<byte[], byte[]> letter = dead(workload("s", 1), 0, 0);
        ConsumerRecord<byte[], byte[]> redriven = redriven(1);

        assertThat(plan(redrive(List.of(redriven)), List.of(letter)).left()).isEqualTo(Map.of(Left.REDRIVEN, 1));

        ConsumerRecord<byte[], byte[]> cameBack = dead(workload("s", 1), 1, 1);
        Plan plan = plan(redrive(List.of(redriven)), List.of(letter, cameBack));
        assertThat(plan.chosen().includes(cameBack)).isTrue();
        assertThat(plan.selected()).isOne();
    }

    @Test
    void threeRoundsAreEnoughAndEachRecordIsNamed() {
        Plan plan = plan(redrive(List.of(redriven(3))), List.of(dead(workload("s", 1), 5, 3)));

        assertThat(plan.selected()).isZero();
        assertThat(plan.left()).isEqualTo(Map.of(Left.TOO_OFTEN, 1));
        assertThat(plan.toldOneByOne())
                .containsExactly("workloads-found.dlq-0@5: " + workload("s", 1).subject());
    }

    @Test
    void aForgedCountOfRedrivesIsNone() {
        Map<String, String> headers = Letters.deadHeaders(workload("s", 1), 0);
        headers.put("redrives", "-99999999999");
        ConsumerRecord<byte[], byte[]> letter =
                Letters.at("workloads-found.dlq", 0, "k", EventCodec.encode(workload("s", 1)), headers);

        assertThat(plan(redrive(), List.of(letter)).selected()).isOne();
    }

    @Test
    void ofEachCauseTheLastThreeSayWhatHappenedAndWhere() {
        Plan plan = plan(
                redrive(),
                List.of(
                        deadOf("UNEXPECTED", "a bug", 0),
                        deadOf("RETRIES_EXHAUSTED", "first", 1),
                        deadOf("RETRIES_EXHAUSTED", "second", 2),
                        deadOf("RETRIES_EXHAUSTED", "third", 3),
                        deadOf("RETRIES_EXHAUSTED", "fourth", 4)));

        assertThat(plan.causes()).containsOnlyKeys("RETRIES_EXHAUSTED", "UNEXPECTED");
        assertThat(plan.causes().get("UNEXPECTED").count()).isOne();
        assertThat(plan.causes().get("RETRIES_EXHAUSTED").count()).isEqualTo(4);
        assertThat(plan.causes().get("RETRIES_EXHAUSTED").examples())
                .containsExactly(
                        "workloads-found-0@17: second", "workloads-found-0@17: third", "workloads-found-0@17: fourth");
    }

    @Test
    void whatADeadLetterSaysIsOneLineAndRulesNoTerminal() {
        Plan plan = plan(redrive(), List.of(deadOf("UNEXPECTED", "over\n\u001b[2Jwritten", 0)));

        assertThat(plan.causes().get("UNEXPECTED").examples()).containsExactly("workloads-found-0@17: over [2Jwritten");
    }

    private static ConsumerRecord<byte[], byte[]> deadOf(String cause, String detail, int number) {
        Map<String, String> headers = Letters.deadHeaders(workload("s", number), 0);
        headers.put(CloudEvents.DLQ_CAUSE, cause);
        headers.put(CloudEvents.DLQ_DETAIL, detail);
        return Letters.at("workloads-found.dlq", number, "k", EventCodec.encode(workload("s", number)), headers);
    }

    private static ConsumerRecord<byte[], byte[]> redriven(int rounds) {
        Map<String, String> headers = Letters.headers(workload("s", 1));
        headers.put(CloudEvents.REDRIVES, String.valueOf(rounds));
        return Letters.at("workloads-found", 20, "k", EventCodec.encode(workload("s", 1)), headers);
    }
}
