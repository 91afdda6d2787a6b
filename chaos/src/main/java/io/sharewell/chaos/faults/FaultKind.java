package io.sharewell.chaos.faults;

import io.sharewell.chaos.faults.KillInCall.AwsCall;
import io.sharewell.chaos.faults.KillInCall.Moment;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** The kinds of faults, of which a schedule draws some. */
public enum FaultKind {
    KILL_IN_AWS_CALL(
            Start.IN_THE_MIDDLE, random -> new KillInCall(one(AwsCall.values(), random), one(Moment.values(), random))),
    KILL_AFTER_PUBLISH(Start.IN_THE_MIDDLE, random -> new KillAfterPublish(one(Worker.values(), random))),
    KILL_IN_REBALANCE(Start.IN_THE_MIDDLE, random -> new KillInRebalance(one(Worker.values(), random))),
    KILL_WHILE_RELAY_WAITS(Start.IN_THE_MIDDLE, random -> new KillWhileRelayWaits(one(Worker.values(), random))),
    KILL_WHILE_LISTING(Start.AT_ONCE, _ -> new KillWhileListing()),
    BROKER_STOPPED(Start.IN_THE_MIDDLE, random -> new BrokerStopped(Duration.ofSeconds(random.nextInt(2, 13)))),
    /** Longer than any time-out of a Kafka client that is not told otherwise. */
    BROKER_STOPPED_FOR_LONG(
            Start.IN_THE_MIDDLE, random -> new BrokerStopped(Duration.ofSeconds(random.nextInt(62, 71)))),
    CONNECTIONS_CUT(Start.IN_THE_MIDDLE, _ -> Connections.CUT),
    CONNECTIONS_SLOW(Start.IN_THE_MIDDLE, _ -> Connections.SLOW),
    DUPLICATES(Start.IN_THE_MIDDLE, random -> new Duplicates(random.nextLong())),
    THREE_INSTANCES(Start.IN_THE_MIDDLE, random -> new ThreeInstances(one(Worker.values(), random))),
    THROTTLING(Start.IN_THE_MIDDLE, random -> AwsTrouble.throttling(random.nextLong())),
    SERVER_ERRORS(Start.AT_ONCE, random -> AwsTrouble.serverErrors(random.nextLong())),
    DROPPED_BEFORE(Start.IN_THE_MIDDLE, random -> AwsTrouble.droppedBefore(random.nextLong())),
    DROPPED_AFTER(Start.AT_ONCE, random -> AwsTrouble.droppedAfter(random.nextLong())),
    SESSIONS_EXPIRE(Start.IN_THE_MIDDLE, _ -> new Sessions()),
    ROLES_REMOVED(Start.IN_THE_MIDDLE, random -> new RolesRemoved(random.nextLong())),
    BROKEN_ACCOUNTS(Start.AT_ONCE, random -> new BrokenAccounts(random.nextLong())),
    HANGING_REGION(
            Start.AT_ONCE,
            random -> AwsTrouble.hangingRegion(one(new String[] {"eu-west-1", "us-east-1", "ap-south-1"}, random))),
    POISON(Start.IN_THE_MIDDLE, random -> new Poison(random.nextLong())),
    FORGED_GRANTS(Start.IN_THE_MIDDLE, random -> new ForgedGrants(random.nextLong()));

    private enum Start {
        AT_ONCE,
        IN_THE_MIDDLE
    }

    private final Start start;
    private final Function<RandomGenerator, Fault> drawing;

    FaultKind(Start start, Function<RandomGenerator, Fault> drawing) {
        this.start = start;
        this.drawing = drawing;
    }

    /** A fault of this kind. */
    public Fault draw(RandomGenerator random) {
        return drawing.apply(random);
    }

    /** Whether it only makes sense from the beginning of a sweep. */
    public boolean startsAtOnce() {
        return start == Start.AT_ONCE;
    }

    private static <T> T one(T[] values, RandomGenerator random) {
        return List.of(values).get(random.nextInt(values.length));
    }
}
