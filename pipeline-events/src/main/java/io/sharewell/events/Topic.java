package io.sharewell.events;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The topics. Each that is worked on has a retry ladder of three rungs and a dead-letter topic. */
public enum Topic {
    ACCOUNTS("accounts", Work.WORKED_ON),
    ACCOUNT_SESSIONS("account-sessions", Work.WORKED_ON),
    WORKLOADS_FOUND("workloads-found", Work.WORKED_ON),
    SESSION_RENEWALS("session-renewals", Work.WORKED_ON),
    /** The public feed: only read. */
    SHARE_RESULTS("share-results", Work.READ);

    /** Number of rungs of the retry ladder. */
    public static final int RUNGS = 3;

    private enum Work {
        WORKED_ON,
        READ
    }

    private final String topicName;
    private final Work work;

    Topic(String topicName, Work work) {
        this.topicName = topicName;
        this.work = work;
    }

    /** The contract's name of it; an installation may put a prefix before it. */
    public String topicName() {
        return topicName;
    }

    /** @param rung 1 to {@link #RUNGS} */
    public String retry(int rung) {
        if (rung < 1 || rung > RUNGS) {
            throw new IllegalArgumentException("no rung " + rung + " on the retry ladder");
        }
        return topicName + ".retry." + rung;
    }

    /**
     * The consumer group that brings records of a rung back to the topic.
     *
     * @param group of those who work on the topic
     * @param rung 1 to {@link #RUNGS}
     */
    public static String relayGroup(String group, int rung) {
        return group + ".retry." + rung;
    }

    /** Its dead-letter topic. */
    public String dlq() {
        return topicName + ".dlq";
    }

    /** The topic and, if it is worked on, its retry and dead-letter topics. */
    public List<String> family() {
        return work == Work.READ
                ? List.of(topicName)
                : Stream.concat(
                                Stream.of(topicName, dlq()),
                                IntStream.rangeClosed(1, RUNGS).mapToObj(this::retry))
                        .toList();
    }

    /** Where a record belongs. */
    public static Topic of(Event event) {
        return switch (event) {
            case AccountDiscovered _ -> ACCOUNTS;
            case AccountSessionOpened _ -> ACCOUNT_SESSIONS;
            case WorkloadFound _, InvitationFound _ -> WORKLOADS_FOUND;
            case SessionExpired _ -> SESSION_RENEWALS;
            case ShareResult _ -> SHARE_RESULTS;
        };
    }
}
