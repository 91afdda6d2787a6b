package io.sharewell.discovery.domain;

import static io.sharewell.discovery.domain.FakeOrganization.account;
import static io.sharewell.discovery.domain.FakeOrganization.id;
import static io.sharewell.discovery.domain.Selections.select;
import static io.sharewell.discovery.domain.Trees.PROD;
import static io.sharewell.discovery.domain.Trees.ROOT;
import static io.sharewell.discovery.domain.Trees.SANDBOX;
import static io.sharewell.discovery.domain.Trees.WORKLOADS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.of;

import io.sharewell.discovery.domain.AccountSelector.Verdict;
import io.sharewell.discovery.domain.AccountSelector.Verdict.Selected;
import io.sharewell.discovery.domain.AccountSelector.Verdict.Skipped;
import io.sharewell.events.AccountId;
import io.sharewell.events.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSelectorTest {

    /** Account 1 in Workloads/Prod, 2 in Workloads, 3 in Sandbox, 4 in the root. */
    static Stream<Arguments> rules() {
        return Stream.of(
                of("without rules all are in", select(), List.of(1, 2, 3, 4)),
                of("only what is named by id", select().accounts(1, 3), List.of(1, 3)),
                of("only what is in a named OU", select().ous(SANDBOX), List.of(3)),
                of("an OU with all below it", select().ous(WORKLOADS), List.of(1, 2)),
                of("the root with all below it", select().ous(ROOT), List.of(1, 2, 3, 4)),
                of("an OU and an account beside it", select().ous(SANDBOX).accounts(1), List.of(1, 3)),
                of("all but an account", select().notAccounts(2), List.of(1, 3, 4)),
                of("all but an OU and what is below", select().notOus(WORKLOADS), List.of(3, 4)),
                of("an OU but not one below it", select().ous(WORKLOADS).notOus(PROD), List.of(2)),
                of("not an OU but one below it", select().notOus(WORKLOADS).ous(PROD), List.of(1)),
                of("not the root but one OU", select().notOus(ROOT).ous(SANDBOX), List.of(3)),
                of("the account before its OU", select().notOus(PROD).accounts(1), List.of(1)),
                of("not the account though its OU", select().ous(WORKLOADS).notAccounts(1), List.of(2)),
                of("excluded wins: same account", select().accounts(1, 2).notAccounts(1), List.of(2)),
                of("excluded wins: same OU", select().ous(WORKLOADS).notOus(WORKLOADS), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theNearestRuleWins(String rule, Selections selection, List<Integer> expected) {
        AccountSelector selector =
                new AccountSelector(selection.build(), Optional.of(Trees.tree()), _ -> Optional.of(Map.of()));

        List<Integer> selected = IntStream.rangeClosed(1, 4)
                .filter(number -> selector.decide(account(number)) instanceof Selected)
                .boxed()
                .toList();

        assertThat(selected).isEqualTo(expected);
    }

    @Test
    void saysWhichRuleItWas() {
        assertThat(decide(select().notAccounts(1), account(1)))
                .isEqualTo(new Skipped(Reason.EXCLUDED, "the account is excluded by its id"));
        assertThat(decide(select().notOus(WORKLOADS), account(1)))
                .isEqualTo(new Skipped(Reason.EXCLUDED, "excluded by " + WORKLOADS));
        assertThat(decide(select().accounts(2), account(1))).isEqualTo(new Skipped(Reason.NOT_INCLUDED, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING_ACTIVATION", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"})
    void anAccountThatIsNotActiveIsSkippedInAwsOwnWord(String state) {
        assertThat(decide(select().accounts(1), account(1, state)))
                .isEqualTo(new Skipped(Reason.NOT_ACTIVE, "AWS says " + state));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"ACTIVE", "REINCARNATED"})
    void anAccountOfUnknownStateIsTried(String state) {
        assertThat(decide(select(), account(1, state))).isInstanceOf(Selected.class);
    }

    @Test
    void theManagementAccountIsInOnlyIfAskedFor() {
        ListedAccount management = account(999);

        assertThat(decide(select(), management)).isEqualTo(new Skipped(Reason.MANAGEMENT_ACCOUNT, null));
        assertThat(decide(select().ous(ROOT), management)).isEqualTo(new Skipped(Reason.MANAGEMENT_ACCOUNT, null));
        assertThat(decide(select().managementAccount(), management)).isInstanceOf(Selected.class);
        assertThat(decide(select().accounts(999), management)).isInstanceOf(Selected.class);
        assertThat(decide(select().managementAccount().notAccounts(999), management))
                .isInstanceOf(Skipped.class);
    }

    @Test
    void nobodyIsTheManagementAccountWhereItIsNotKnown() {
        ListedAccount account = new ListedAccount(id(1), "One", "ACTIVE", null);

        assertThat(decide(select(), account)).isInstanceOf(Selected.class);
    }

    @Test
    void anAccountWhoseOuIsUnknownIsLeftOutAsLongAsOusAreNamed() {
        assertThat(decide(select().ous(SANDBOX), account(77)))
                .isEqualTo(new Skipped(Reason.NOT_INCLUDED, "its OU is not known yet"));
        assertThat(decide(select().notOus(SANDBOX), account(77)))
                .isEqualTo(new Skipped(Reason.NOT_INCLUDED, "its OU is not known yet"));
        assertThat(decide(select().notOus(SANDBOX).accounts(77), account(77))).isInstanceOf(Selected.class);
        assertThat(decide(select(), account(77))).isInstanceOf(Selected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "stage=prod, true",
        "stage=test, false",
        "owner=me, false",
        "stage!=prod, false",
        "stage!=test, true",
        "owner!=me, true"
    })
    void theTagsMustHold(String rule, boolean selected) {
        AccountSelector selector = new AccountSelector(
                select().tags(rule).build(), Optional.empty(), _ -> Optional.of(Map.of("stage", "prod")));

        Verdict verdict = selector.decide(account(1));

        assertThat(verdict)
                .isEqualTo(
                        selected
                                ? new Selected("no rule is about it, and without one it is included, and its tags meet "
                                        + rule)
                                : new Skipped(Reason.NOT_INCLUDED, "its tags do not meet " + rule));
    }

    @Test
    void allRulesAboutTagsMustHold() {
        AccountSelector selector = new AccountSelector(
                select().tags("stage=prod", "owner=me").build(),
                Optional.empty(),
                _ -> Optional.of(Map.of("stage", "prod")));

        assertThat(selector.decide(account(1)))
                .isEqualTo(new Skipped(Reason.NOT_INCLUDED, "its tags do not meet owner=me"));
    }

    @Test
    void anAccountThatIsGoneBeforeItsTagsAreReadIsLeftOut() {
        AccountSelector selector =
                new AccountSelector(select().tags("stage!=test").build(), Optional.empty(), _ -> Optional.empty());

        assertThat(selector.decide(account(1)))
                .isEqualTo(new Skipped(Reason.NOT_ACTIVE, "AWS says that the organization has it no longer"));
    }

    @Test
    void tagsAreAskedOnlyOfAccountsThatTheOtherRulesLetIn() {
        List<AccountId> asked = new ArrayList<>();
        AccountSelector selector =
                new AccountSelector(select().accounts(1, 2).tags("a=b").build(), Optional.empty(), account -> {
                    asked.add(account);
                    return Optional.of(Map.of("a", "b"));
                });

        selector.decide(account(1));
        selector.decide(account(2, "CLOSED"));
        selector.decide(account(3));

        assertThat(asked).containsExactly(id(1));
    }

    private static Verdict decide(Selections selection, ListedAccount account) {
        return new AccountSelector(selection.build(), Optional.of(Trees.tree()), _ -> Optional.of(Map.of()))
                .decide(account);
    }
}
