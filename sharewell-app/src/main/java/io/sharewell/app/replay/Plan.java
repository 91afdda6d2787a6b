package io.sharewell.app.replay;

import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.WorkRecord;
import io.sharewell.messaging.KafkaRecords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What would be sent, and why the rest is left: the newest copy of each record that the rule is for. */
final class Plan {

    private final Rule rule;
    private final Map<UUID, Place> newest = new HashMap<>();
    private final Map<Left, Integer> left = new EnumMap<>(Left.class);
    private final Map<String, Integer> sweeps = new TreeMap<>();
    private final Map<String, Deaths> causes = new TreeMap<>();
    private final List<String> toldOneByOne = new ArrayList<>();
    private int read;
    private boolean takesSharesAway;

    private record Place(int partition, long offset) {
        static Place of(ConsumerRecord<byte[], byte[]> record) {
            return new Place(record.partition(), record.offset());
        }
    }

    Plan(Rule rule) {
        this.rule = rule;
    }

    /** Takes a record into account; those of a partition in their order. */
    void consider(ConsumerRecord<byte[], byte[]> record) {
        read++;
        Parsed.causeOfDeath(record).ifPresent(cause -> causes.computeIfAbsent(cause, _ -> new Deaths())
                .add(record));
        switch (rule.of(record)) {
            case Verdict.Send it -> {
                takesSharesAway |= takesSharesAway(it.record().envelope());
                if (newest.put(Parsed.identity(it.record()), Place.of(record)) == null) {
                    sweeps.merge(sweepOf(it.record().envelope()), 1, Integer::sum);
                } else {
                    left.merge(Left.OLDER_COPY, 1, Integer::sum);
                }
            }
            case Verdict.Stay it -> stays(record, it.why());
        }
    }

    private void stays(ConsumerRecord<byte[], byte[]> record, Left why) {
        left.merge(why, 1, Integer::sum);
        if (why.isToldOneByOne()) {
            String subject = Parsed.of(record).map(WorkRecord::subject).orElse("?");
            toldOneByOne.add(KafkaRecords.place(record) + ": " + subject);
        }
    }

    private static boolean takesSharesAway(Envelope envelope) {
        return envelope.purpose() == Purpose.UNSHARE && envelope.mode() == Mode.APPLY;
    }

    private static String sweepOf(Envelope envelope) {
        return envelope.sweepId() + " (" + envelope.purpose() + ", " + envelope.mode() + ")";
    }

    /** Tells of a record whether it is to be sent. */
    Chosen chosen() {
        Set<Place> places = new HashSet<>(newest.values());
        return record -> places.contains(Place.of(record));
    }

    /** Which records are to be sent. */
    @FunctionalInterface
    interface Chosen {
        boolean includes(ConsumerRecord<byte[], byte[]> record);
    }

    /** How many records there are. */
    int read() {
        return read;
    }

    /** How many are to be sent. */
    int selected() {
        return newest.size();
    }

    /** How many are left, by the reason. */
    Map<Left, Integer> left() {
        return left;
    }

    /** How many are to be sent, by sweep, purpose and mode. */
    Map<String, Integer> sweeps() {
        return sweeps;
    }

    /** Whether one of those that are to be sent is an {@code UNSHARE}, and no plan of one. */
    boolean takesSharesAway() {
        return takesSharesAway;
    }

    /** By cause, if they are dead letters. */
    Map<String, Deaths> causes() {
        return causes;
    }

    /** Records that are left and have to be looked at. */
    List<String> toldOneByOne() {
        return toldOneByOne;
    }
}
