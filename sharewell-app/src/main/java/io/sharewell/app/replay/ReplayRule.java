package io.sharewell.app.replay;

import io.sharewell.events.Topic;
import io.sharewell.events.WorkRecord;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Which records of an input topic are sent again. */
record ReplayRule(Topic topic, Filter filter, Instant now) implements Rule {

    @Override
    public Verdict of(ConsumerRecord<byte[], byte[]> record) {
        Optional<WorkRecord> parsed = Parsed.of(record);
        if (parsed.isEmpty()) {
            return new Verdict.Stay(Left.UNREADABLE);
        }
        WorkRecord work = parsed.get();
        if (Topic.of(work) != topic) {
            return new Verdict.Stay(Left.ELSEWHERE);
        }
        Optional<Left> objection = filter.objection(work, Instant.ofEpochMilli(record.timestamp()));
        if (objection.isPresent()) {
            return new Verdict.Stay(objection.get());
        }
        return Parsed.isWorkable(work, now)
                ? new Verdict.Send(work, Parsed.redrives(record))
                : new Verdict.Stay(Left.NO_LEAVE);
    }

    /** Shares are taken away by the name of the sweep alone, never along with what else is of that time or account. */
    @Override
    public Optional<String> objection(Plan plan) {
        return filter.sweepId() == null && plan.takesSharesAway()
                ? Optional.of("An UNSHARE is among these: sent again, it takes shares away, those made since then, too."
                        + " Nothing is sent; name the sweep that you mean with --sweep.")
                : Optional.empty();
    }
}
