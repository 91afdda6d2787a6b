package io.sharewell.writer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.writer.domain.Members.Membership;
import org.junit.jupiter.api.Test;

class ListingsTest {

    private static final String REVIEWS = "999900001111";
    private static final String MEMBER = "123456789012";
    private static final String OTHER = "210987654321";

    private final Listings listings = new Listings();

    @Test
    void knowsThoseWhomTheSweepNamed() {
        listings.add(selected("sweep-1", REVIEWS));
        listings.add(skipped("sweep-1", MEMBER));

        assertThat(listings.of(REVIEWS, "sweep-1")).isEqualTo(Membership.MEMBER);
        assertThat(listings.of(MEMBER, "sweep-1")).isEqualTo(Membership.MEMBER);
    }

    @Test
    void callsNobodyAStrangerBeforeTheListingIsOver() {
        listings.add(selected("sweep-1", REVIEWS));

        assertThat(listings.of(OTHER, "sweep-1")).isEqualTo(Membership.NOT_KNOWN_YET);
        assertThat(listings.of(OTHER, "sweep-2")).isEqualTo(Membership.NOT_KNOWN_YET);
    }

    @Test
    void callsNobodyAStrangerBeforeEveryAccountWasReadWhateverIsReadFirst() {
        listings.add(over("sweep-1", 1, 1));
        listings.add(selected("sweep-1", REVIEWS));
        listings.add(selected("sweep-1", REVIEWS)); // A second delivery is no second account

        assertThat(listings.of(OTHER, "sweep-1")).isEqualTo(Membership.NOT_KNOWN_YET);

        listings.add(skipped("sweep-1", MEMBER));

        assertThat(listings.of(OTHER, "sweep-1")).isEqualTo(Membership.STRANGER);
        assertThat(listings.of(null, "sweep-1")).isEqualTo(Membership.STRANGER);
    }

    @Test
    void doesNotCountWhatAnEarlierSweepNamed() {
        listings.add(selected("sweep-1", OTHER));
        listings.add(selected("sweep-2", REVIEWS));
        listings.add(over("sweep-2", 1, 0));

        assertThat(listings.of(OTHER, "sweep-2")).isEqualTo(Membership.STRANGER);
    }

    private static AccountSelected selected(String sweep, String account) {
        return new AccountSelected(envelope(sweep), AccountId.of(account), null, null);
    }

    private static AccountSkipped skipped(String sweep, String account) {
        return new AccountSkipped(envelope(sweep), AccountId.of(account), null, null, Reason.NOT_INCLUDED, null);
    }

    private static AccountsSelected over(String sweep, int selected, int skipped) {
        return new AccountsSelected(envelope(sweep), selected, skipped);
    }

    private static Envelope envelope(String sweep) {
        return Envelope.of(sweep, Purpose.ACCEPT, Mode.APPLY);
    }
}
