package io.sharewell.simulator.admin;

import io.sharewell.simulator.record.CallRecord;
import io.sharewell.simulator.record.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The journal's latest calls in few words, newest first. */
final class LiveCalls {

    private static final int LATEST = 12;
    private static final int OF_AN_ACCOUNT = 8;

    private final Journal journal;

    LiveCalls(Journal journal) {
        this.journal = journal;
    }

    /** A call; see {@link CallRecord}. */
    record Entry(
            String requestId,
            Instant time,
            String service,
            String operation,
            String accountId,
            String region,
            Integer status,
            String error) {

        private static Entry of(CallRecord call) {
            return new Entry(
                    call.requestId(),
                    call.time(),
                    call.service(),
                    call.operation(),
                    call.accountId(),
                    call.region(),
                    call.status(),
                    call.errorCode());
        }
    }

    List<Entry> latest() {
        return latest(LATEST, _ -> true);
    }

    List<Entry> of(String accountId) {
        return latest(OF_AN_ACCOUNT, it -> accountId.equals(it.accountId()));
    }

    private List<Entry> latest(int limit, Predicate<CallRecord> wanted) {
        var found = new ArrayList<Entry>();
        var calls = journal.calls();
        for (int i = calls.size() - 1; i >= 0 && found.size() < limit; i--) {
            if (wanted.test(calls.get(i))) {
                found.add(Entry.of(calls.get(i)));
            }
        }
        return found;
    }
}
