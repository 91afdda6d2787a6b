package io.sharewell.discovery.domain;

import static io.sharewell.discovery.domain.FakeOrganization.account;
import static io.sharewell.discovery.domain.FakeOrganization.id;
import static io.sharewell.discovery.domain.Selections.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.discovery.domain.Organization.NotReadableException;
import io.sharewell.discovery.domain.SweepRules.OuPaths;
import io.sharewell.events.AccountDiscovered;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountSkipped;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class SweepListingTest {

    private static final Envelope ENVELOPE = Envelope.of("sweep", Purpose.SHARE, Mode.PLAN);
    private static final Instant STARTED = Instant.parse("2026-11-21T08:00:00Z");

    private final FakeOrganization organization = new FakeOrganization();
    private final List<Event> published = new ArrayList<>();
    private final HeldTasks background = new HeldTasks();
    private boolean ended;

    @Test
    void publishesEachAccountAsSelectedAndAsWork() throws InterruptedException {
        organization.page(account(1));

        int selected = list(select().regions("eu-west-1"), OuPaths.LEFT_OUT);

        assertThat(selected).isEqualTo(1);
        assertThat(published)
                .containsExactly(
                        new AccountSelected(ENVELOPE, id(1), "Account 1", null),
                        new AccountDiscovered(
                                ENVELOPE,
                                id(1),
                                "Account 1",
                                null,
                                "aws",
                                List.of(Region.of("eu-west-1")),
                                null,
                                null,
                                AccountDiscovered.Cause.REQUEST),
                        new AccountsSelected(ENVELOPE, 1, 0));
    }

    @Test
    void ofAnAcceptanceNamesTheReviewsAccountAndAsksOrganizationsNothing() throws InterruptedException {
        organization.failsWith(new IllegalStateException("nobody may ask"));
        Envelope accepting = Envelope.of("sweep-1", Purpose.ACCEPT, Mode.APPLY);

        assertThat(list(accepting, select().accounts(7).build(), OuPaths.WANTED, _ -> true))
                .isOne();

        assertThat(published)
                .containsExactly(
                        new AccountSelected(accepting, id(7), null, null),
                        new AccountDiscovered(
                                accepting, id(7), null, null, "aws", null, null, null, AccountDiscovered.Cause.REQUEST),
                        new AccountsSelected(accepting, 1, 0));
    }

    @Test
    void ofAnAcceptanceNamesTheReviewsAccountOnceHoweverOftenItWasAskedFor() throws InterruptedException {
        Envelope accepting = Envelope.of("sweep-1", Purpose.ACCEPT, Mode.APPLY);

        assertThat(list(accepting, select().accounts(7, 7).build(), OuPaths.WANTED, _ -> true))
                .isOne();

        assertThat(of(AccountSelected.class)).hasSize(1);
        assertThat(of(AccountsSelected.class)).containsExactly(new AccountsSelected(accepting, 1, 0));
    }

    @Test
    void countsAnAccountOnceThatTheListShowsOnTwoPages() throws InterruptedException {
        organization.page(account(1), account(2)).page(account(2), account(1, "SUSPENDED"), account(3));

        assertThat(list(select(), OuPaths.LEFT_OUT)).isEqualTo(3);

        assertThat(of(AccountDiscovered.class))
                .extracting(AccountDiscovered::accountId)
                .containsExactly(id(1), id(2), id(3));
        assertThat(of(AccountsSelected.class)).containsExactly(new AccountsSelected(ENVELOPE, 3, 0));
    }

    @Test
    void tellsEachAccountItsRegionsAndWhichWorkloadsAreMeant() throws InterruptedException {
        organization.page(account(1), account(2));
        list(
                select().regions("eu-west-1")
                        .notRegions("us-east-1")
                        .regionsOf(2, "eu-north-1")
                        .workloadNamePrefix("shop-"),
                OuPaths.LEFT_OUT);

        assertThat(of(AccountDiscovered.class))
                .extracting(AccountDiscovered::regions)
                .containsExactly(List.of(Region.of("eu-west-1")), List.of(Region.of("eu-north-1")));
        assertThat(of(AccountDiscovered.class)).allSatisfy(account -> {
            assertThat(account.excludeRegions()).containsExactly(Region.of("us-east-1"));
            assertThat(account.workloadNamePrefix()).isEqualTo("shop-");
        });
    }

    @Test
    void publishesAPageBeforeItAsksForTheNext() throws InterruptedException {
        List<Integer> publishedBefore = new ArrayList<>();
        organization
                .page(account(1), account(2))
                .page(account(3))
                .page(account(4))
                .beforePage(_ -> publishedBefore.add(of(AccountDiscovered.class).size()));

        list(select(), OuPaths.LEFT_OUT);

        assertThat(publishedBefore).containsExactly(0, 2, 3);
    }

    @Test
    void goesOnThroughEmptyPages() throws InterruptedException {
        organization.page().page(account(1)).page().page().page(account(2)).page();

        assertThat(list(select(), OuPaths.LEFT_OUT)).isEqualTo(2);
        assertThat(of(AccountsSelected.class)).containsExactly(new AccountsSelected(ENVELOPE, 2, 0));
    }

    @Test
    void aListThatLeadsBackToItselfIsNone() {
        organization.page(account(1)).page(account(2)).neverEnds();

        assertThatThrownBy(() -> list(select(), OuPaths.LEFT_OUT))
                .isInstanceOfSatisfying(NotReadableException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.of(Reason.UNEXPECTED, "organizations: the same NextToken came twice")));
        assertThat(of(AccountsSelected.class)).isEmpty();
    }

    @Test
    void saysNothingMoreOnceTheSweepHasEnded() throws InterruptedException {
        organization.page(account(1)).page(account(2)).page(account(3)).beforePage(page -> ended = page == 1);

        list(select(), OuPaths.LEFT_OUT);

        assertThat(of(AccountDiscovered.class))
                .extracting(AccountDiscovered::accountId)
                .containsExactly(id(1));
        assertThat(of(AccountsSelected.class)).isEmpty();
    }

    @Test
    void saysOfWhomItSkipsWhy() throws InterruptedException {
        organization.page(account(1), account(2, "SUSPENDED"), account(999));

        list(select(), OuPaths.LEFT_OUT);

        assertThat(of(AccountSkipped.class))
                .containsExactly(
                        new AccountSkipped(ENVELOPE, id(2), "Account 2", null, Reason.NOT_ACTIVE, "AWS says SUSPENDED"),
                        new AccountSkipped(ENVELOPE, id(999), "Account 999", null, Reason.MANAGEMENT_ACCOUNT, null));
        assertThat(of(AccountsSelected.class)).containsExactly(new AccountsSelected(ENVELOPE, 1, 2));
    }

    @Test
    void saysNothingOfTheEndOfAListingThatSelectedNobody() throws InterruptedException {
        organization.page(account(1, "CLOSED"));

        assertThat(list(select(), OuPaths.LEFT_OUT)).isZero();
        assertThat(of(AccountsSelected.class)).isEmpty();
    }

    @Test
    void aResumedSweepGivesNoWorkForAccountsThatHaveTheirOutcome() throws InterruptedException {
        organization.page(account(1), account(2), account(3));

        int selected = list(select().build(), OuPaths.LEFT_OUT, account -> account.equals(id(2)));

        assertThat(selected).isEqualTo(3);
        assertThat(of(AccountDiscovered.class))
                .extracting(AccountDiscovered::accountId)
                .containsExactly(id(2));
        assertThat(of(AccountSelected.class)).hasSize(3);
        assertThat(of(AccountsSelected.class)).containsExactly(new AccountsSelected(ENVELOPE, 3, 0));
    }

    @Test
    void aTreeThatIsKnownNamesThePathsAtOnce() throws InterruptedException {
        organization.page(account(1)).knownTree(Trees.tree()).tree(Trees.tree()).beforePage(page -> {
            if (page > 0) {
                background.runAll();
            }
        });
        organization.page(account(2));

        list(select(), OuPaths.WANTED);

        assertThat(of(AccountSelected.class))
                .extracting(AccountSelected::ouPath)
                .containsExactly("Root/Workloads/Prod", "Root/Workloads");
        assertThat(of(AccountDiscovered.class).getFirst().ouPath()).isEqualTo("Root/Workloads/Prod");
    }

    @Test
    void whoWasAnnouncedBeforeTheTreeWasReadIsAnnouncedAgainWithItsPath() throws InterruptedException {
        organization
                .page(account(1), account(77))
                .page(account(2))
                .tree(Trees.tree())
                .beforePage(page -> {
                    if (page == 1) {
                        background.runAll();
                    }
                });

        list(select(), OuPaths.WANTED);

        assertThat(of(AccountSelected.class))
                .containsExactly(
                        new AccountSelected(ENVELOPE, id(1), "Account 1", null),
                        new AccountSelected(ENVELOPE, id(77), "Account 77", null),
                        new AccountSelected(ENVELOPE, id(2), "Account 2", "Root/Workloads"),
                        new AccountSelected(ENVELOPE, id(1), "Account 1", "Root/Workloads/Prod"));
        assertThat(of(AccountDiscovered.class)).as("work is given once").hasSize(3);
        assertThat(published.getLast()).isInstanceOf(AccountsSelected.class);
    }

    @Test
    void theTreeIsNotReadWhereNobodyWantsIt() throws InterruptedException {
        organization.page(account(1));

        list(select(), OuPaths.LEFT_OUT);
        background.runAll();

        assertThat(organization.treesAsked()).isEmpty();
    }

    @Test
    void aTreeThatMayNotOrCannotBeReadLeavesThePathsOut() throws InterruptedException {
        organization.treeFailsWith(new NotReadableException(Problem.of(Reason.AWS_UNREACHABLE, "timed out")));
        organization.page(account(1)).beforePage(_ -> background.runAll());

        assertThat(list(select(), OuPaths.WANTED)).isEqualTo(1);
        assertThat(of(AccountSelected.class))
                .extracting(AccountSelected::ouPath)
                .containsOnlyNulls();
        assertThat(published.getLast()).isInstanceOf(AccountsSelected.class);
    }

    @Test
    void theTreeIsReadFirstIfTheSelectionNamesOus() throws InterruptedException {
        organization.page(account(1), account(2), account(3)).tree(Trees.tree());

        assertThat(list(select().ous(Trees.SANDBOX), OuPaths.LEFT_OUT)).isEqualTo(1);
        assertThat(of(AccountDiscovered.class))
                .extracting(AccountDiscovered::accountId)
                .containsExactly(id(3));
    }

    @Test
    void ofATreeThatIsNeededNoneIsTakenThatIsOlderThanTheSweep() throws InterruptedException {
        organization.page(account(1)).tree(Trees.tree());

        list(select().notOus(Trees.SANDBOX), OuPaths.WANTED);

        assertThat(organization.treesAsked()).containsExactly(STARTED);
    }

    @Test
    void anOuThatIsNotThereEndsTheListingBeforeItBegins() {
        organization.page(account(1)).tree(Trees.tree());

        assertThatThrownBy(() -> list(
                        select().ous(Trees.ROOT, "ou-ab12-mistyped").notOus("ou-ab12-oldsandbx"), OuPaths.LEFT_OUT))
                .isInstanceOfSatisfying(NotReadableException.class, e -> assertThat(e.problem())
                        .isEqualTo(Problem.of(Reason.NO_SUCH_OU, "ou-ab12-mistyped, ou-ab12-oldsandbx")));
        assertThat(published).isEmpty();
    }

    @Test
    void accountsThatAreNamedAndNotThereAreToldWhenTheListingIsOver() throws InterruptedException {
        organization.page(account(1), account(2)).page(account(3, "SUSPENDED"));

        list(select().accounts(1, 3, 77, 77).notAccounts(2, 78), OuPaths.LEFT_OUT);

        assertThat(of(AccountsSelected.class))
                .containsExactly(new AccountsSelected(ENVELOPE, 1, 2, List.of(id(77), id(78))));
        assertThat(of(AccountSkipped.class))
                .extracting(AccountSkipped::accountId)
                .as("who is no member is told as none")
                .containsExactly(id(2), id(3));
    }

    @Test
    void nobodyIsTakenInWhoMightBeExcluded() {
        organization.page(account(1));

        assertThatThrownBy(() -> list(select().notOus(Trees.SANDBOX), OuPaths.LEFT_OUT))
                .isInstanceOfSatisfying(NotReadableException.class, e -> {
                    assertThat(e.problem().reason()).isEqualTo(Reason.DENIED);
                    assertThat(e.problem().remedy()).contains("organizations:ListRoots");
                });
        assertThat(published).isEmpty();
    }

    @Test
    void asksForTagsOnlyIfTheSelectionDoes() throws InterruptedException {
        organization.page(account(1), account(2)).tags(1, Map.of("stage", "prod"));

        assertThat(list(select().tags("stage=prod"), OuPaths.LEFT_OUT)).isEqualTo(1);
        assertThat(organization.tagsAsked()).containsExactly(id(1), id(2));

        organization.tagsAsked().clear();
        list(select(), OuPaths.LEFT_OUT);
        assertThat(organization.tagsAsked()).isEmpty();
    }

    private int list(Selections selection, OuPaths paths) throws InterruptedException {
        return list(selection.build(), paths, _ -> true);
    }

    private int list(Selection selection, OuPaths paths, Predicate<AccountId> isOpen) throws InterruptedException {
        return list(ENVELOPE, selection, paths, isOpen);
    }

    private int list(Envelope envelope, Selection selection, OuPaths paths, Predicate<AccountId> isOpen)
            throws InterruptedException {
        SweepStarted sweep = new SweepStarted(envelope, STARTED, AccountDiscovered.Cause.REQUEST, selection);
        SweepRules rules = new SweepRules(List.of(), Duration.ofHours(12), "aws", paths);
        return new SweepListing(sweep, organization, published::addAll, rules, isOpen, () -> ended, background).run();
    }

    private <T extends Event> List<T> of(Class<T> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
