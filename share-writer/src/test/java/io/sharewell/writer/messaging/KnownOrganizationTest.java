package io.sharewell.writer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventType;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.writer.domain.Members.Membership;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownOrganizationTest {

    private static final String REVIEWS = "999900001111";
    private static final String MEMBER = "123456789012";
    private static final String OTHER = "210987654321";

    private final KnownOrganization organization = new KnownOrganization();

    /** As the feed does. */
    private void read(ShareResult statement) {
        if (KnownOrganization.wants(
                EventType.of(statement).ceType(), statement.envelope().purpose().name())) {
            organization.add(statement);
        }
    }

    @Test
    void wantsNothingOfUnitsAndWorkloadsWhileAccountsShare() {
        String scanned = EventType.REGION_SCANNED.ceType();

        assertThat(KnownOrganization.wants(scanned, Purpose.SHARE.name())).isFalse();
        assertThat(KnownOrganization.wants(scanned, Purpose.ACCEPT.name())).isTrue();
        assertThat(KnownOrganization.wants(null, null)).isFalse();
    }

    @Test
    void knowsThoseWhomASweepNamed() {
        read(selected("sweep-1", REVIEWS));
        read(skipped("sweep-1", MEMBER));
        read(over("sweep-1", 1, 1));

        assertThat(organization.of(REVIEWS)).isEqualTo(Membership.MEMBER);
        assertThat(organization.of(MEMBER)).isEqualTo(Membership.MEMBER);
        assertThat(organization.of(OTHER)).isEqualTo(Membership.STRANGER);
        assertThat(organization.of(null)).isEqualTo(Membership.STRANGER);
    }

    @Test
    void callsNobodyAStrangerBeforeEveryAccountWasReadWhateverIsReadFirst() {
        read(over("sweep-1", 1, 1));
        read(selected("sweep-1", REVIEWS));
        read(selected("sweep-1", REVIEWS)); // A second delivery is no second account

        assertThat(organization.of(OTHER)).isEqualTo(Membership.NOT_KNOWN_YET);

        read(skipped("sweep-1", MEMBER));

        assertThat(organization.of(OTHER)).isEqualTo(Membership.STRANGER);
    }

    @Test
    void forgetsWhoHasLeftOnceANewerListingIsWhole() {
        read(selected("sweep-1", OTHER));
        read(over("sweep-1", 1, 0));
        read(selected("sweep-2", REVIEWS));

        assertThat(organization.of(OTHER)).isEqualTo(Membership.MEMBER);
        assertThat(organization.of(REVIEWS))
                .as("named in a listing that goes on")
                .isEqualTo(Membership.MEMBER);

        read(over("sweep-2", 1, 0));

        assertThat(organization.of(OTHER)).isEqualTo(Membership.STRANGER);
    }

    @Test
    void forgetsWhoHasLeftAlsoIfAListingBeforeWasNeverWhole() {
        read(skipped("sweep-1", OTHER)); // As in a sweep that selected nobody: it says no number
        read(selected("sweep-2", REVIEWS));
        read(over("sweep-2", 1, 0));

        assertThat(organization.of(OTHER)).isEqualTo(Membership.STRANGER);
    }

    @Test
    void takesTheReviewsAccountOfAnAcceptanceForNoMember() {
        read(selected("sweep-1", MEMBER));
        read(over("sweep-1", 1, 0));
        read(new AccountSelected(accepting(), AccountId.of(OTHER), null, null));
        read(new AccountsSelected(accepting(), 1, 0));

        assertThat(organization.of(OTHER)).isEqualTo(Membership.STRANGER);
        assertThat(organization.of(MEMBER)).isEqualTo(Membership.MEMBER);
    }

    @Test
    void knowsWhichRegionsTheReviewsAccountHasNotEnabledUntilItHas() {
        AccountId reviews = AccountId.of(REVIEWS);
        Region region = Region.of("ap-east-1");
        Problem problem = Problem.of(Reason.REGION_NOT_ENABLED);
        read(new RegionSkipped(envelope("sweep-1"), AccountId.of(MEMBER), region, problem));
        read(new RegionSkipped(accepting(), reviews, region, problem));

        assertThat(organization.isNotEnabled(reviews, region)).isTrue();
        assertThat(organization.isNotEnabled(reviews, Region.of("eu-west-1"))).isFalse();
        assertThat(organization.isNotEnabled(AccountId.of(MEMBER), region))
                .as("only acceptances are about accounts that are shared with")
                .isFalse();

        read(new RegionScanned(accepting(), reviews, region, List.of()));

        assertThat(organization.isNotEnabled(reviews, region)).isFalse();
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
        return Envelope.of(sweep, Purpose.SHARE, Mode.APPLY);
    }

    private static Envelope accepting() {
        return Envelope.of("acceptance-1", Purpose.ACCEPT, Mode.APPLY);
    }
}
