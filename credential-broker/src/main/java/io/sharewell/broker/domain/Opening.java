package io.sharewell.broker.domain;

import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Event;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountOpened;
import io.sharewell.events.ShareResult.RegionSkipped;
import java.util.List;
import java.util.stream.Stream;

/** What came of opening an account. */
public sealed interface Opening {

    /**
     * @param units one per Region that is worth a look
     * @param skipped the others
     * @param knowledge what decided that
     */
    record Opened(
            AccountOpened account,
            List<AccountSessionOpened> units,
            List<RegionSkipped> skipped,
            RegionKnowledge knowledge)
            implements Opening {

        public Opened {
            units = List.copyOf(units);
            skipped = List.copyOf(skipped);
        }

        /** All that is to be said; the work first. */
        public List<Event> events() {
            return Stream.of(units, List.of(account), skipped)
                    .<Event>flatMap(List::stream)
                    .toList();
        }
    }

    record Blocked(AccountBlocked account) implements Opening {}

    /** @param cause what happened, without secrets */
    record TryLater(String cause) implements Opening {}
}
