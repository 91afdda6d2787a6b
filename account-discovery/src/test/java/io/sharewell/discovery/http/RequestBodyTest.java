package io.sharewell.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.SweepStarted;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final ObjectMapper JSON = EventCodec.mapper().build();

    private static final AccountId SHOP = AccountId.of("111111111111");
    private static final AccountId LEGAL = AccountId.of("222222222222");
    private static final String WORKLOADS = "ou-ab12-cdefgh34";
    private static final String SANDBOXES = "ou-ab12-sandbox1";

    /** What scheduled sweeps are about where the settings say as much as they can. */
    private static final Selection SCHEDULED = new Selection(
            List.of(SHOP),
            List.of(LEGAL),
            List.of(WORKLOADS),
            List.of(SANDBOXES),
            List.of("stage=prod"),
            List.of(Region.of("eu-west-1")),
            List.of(Region.of("us-east-1")),
            null,
            "shop-",
            true);

    private static RequestBody parse(String body) {
        return RequestBody.parse(body, JSON, "aws", Selection.everything());
    }

    private static SweepRequest beside(Selection scheduled, String body) {
        return ((RequestBody.Good) RequestBody.parse(body, JSON, "aws", scheduled)).request();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "{}", "{\"purpose\":null,\"accounts\":null}"})
    void withoutFurtherWordsItSharesWhatScheduledSweepsShareAndCountsAsOneOfThem(String body) {
        SweepRequest request = beside(SCHEDULED, body);

        assertThat(request).isEqualTo(new SweepRequest(Purpose.SHARE, Mode.APPLY, SCHEDULED, Cause.SCHEDULE));
        assertThat(coversAll(request)).isTrue();
    }

    @Test
    void whatLeavesNothingOutCountsAsAboutAllWhoeverAskedForIt() {
        SweepRequest request = beside(Selection.everything(), "{}");

        assertThat(request.cause()).isEqualTo(Cause.REQUEST);
        assertThat(coversAll(request)).isTrue();
    }

    @Test
    void aPlanOfWhatScheduledSweepsShareIsAboutAllToo() {
        assertThat(coversAll(beside(SCHEDULED, "{\"mode\":\"PLAN\"}"))).isTrue();
    }

    @Test
    void aShareOfOtherThingsThanScheduledIsAboutAPart() {
        SweepRequest request = beside(SCHEDULED, "{\"regions\":[\"eu-west-2\"]}");

        assertThat(request.cause()).isEqualTo(Cause.REQUEST);
        assertThat(coversAll(request)).isFalse();
    }

    private static boolean coversAll(SweepRequest request) {
        Envelope envelope = Envelope.of("sweep-1", request.purpose(), request.mode());
        return new SweepStarted(envelope, Instant.EPOCH, request.cause(), request.selection()).coversAll();
    }

    @Test
    void whoNamesAccountsOrOusAsksForNoOthers() {
        assertThat(beside(SCHEDULED, "{\"accounts\":[\"333333333333\"]}").selection())
                .isEqualTo(scheduledButFor(List.of(AccountId.of("333333333333")), List.of()));
        assertThat(beside(SCHEDULED, "{\"ous\":[\"r-ab12\"]}").selection())
                .isEqualTo(scheduledButFor(List.of(), List.of("r-ab12")));
    }

    private static Selection scheduledButFor(List<AccountId> accounts, List<String> ous) {
        return new Selection(
                accounts,
                SCHEDULED.excludeAccounts(),
                ous,
                SCHEDULED.excludeOus(),
                SCHEDULED.tags(),
                SCHEDULED.regions(),
                SCHEDULED.excludeRegions(),
                null,
                SCHEDULED.workloadNamePrefix(),
                SCHEDULED.managementAccount());
    }

    @Test
    void whoNamesWhomToLeaveOutLeavesOutNoOthers() {
        Selection selection =
                beside(SCHEDULED, "{\"excludeOus\":[\"ou-ab12-archive1\"]}").selection();

        assertThat(selection.excludeOus()).containsExactly("ou-ab12-archive1");
        assertThat(selection.excludeAccounts()).isEmpty();
        assertThat(selection.accounts()).containsExactly(SHOP);
        assertThat(selection.ous()).containsExactly(WORKLOADS);
    }

    @Test
    void anEmptyListLiftsAnExclusion() {
        Selection selection = beside(SCHEDULED, "{\"excludeAccounts\":[],\"excludeRegions\":[]}")
                .selection();

        assertThat(selection.excludeAccounts()).isEmpty();
        assertThat(selection.excludeOus()).isEmpty();
        assertThat(selection.excludeRegions()).isEmpty();
        assertThat(selection.regions()).containsExactly(Region.of("eu-west-1"));
    }

    @Test
    void eachOtherPartThatItNamesIsReplacedByItself() {
        Selection selection = beside(SCHEDULED, """
                {"tags": ["stage=test"], "regions": ["eu-west-2"], "workloadNamePrefix": "pay-", "managementAccount": false}
                """).selection();

        assertThat(selection)
                .isEqualTo(new Selection(
                        SCHEDULED.accounts(),
                        SCHEDULED.excludeAccounts(),
                        SCHEDULED.ous(),
                        SCHEDULED.excludeOus(),
                        List.of("stage=test"),
                        List.of(Region.of("eu-west-2")),
                        SCHEDULED.excludeRegions(),
                        null,
                        "pay-",
                        false));
    }

    /** The reviews account may be excluded from sharing, and shares are to be taken back where one no longer shares. */
    @Test
    void whatIsTakenBackOrAcceptedIsNotWhatTheSettingsSay() {
        assertThat(beside(SCHEDULED, "{\"purpose\":\"UNSHARE\",\"mode\":\"APPLY\"}"))
                .isEqualTo(new SweepRequest(Purpose.UNSHARE, Mode.APPLY, Selection.everything(), Cause.REQUEST));
        assertThat(beside(SCHEDULED, "{\"purpose\":\"ACCEPT\",\"accounts\":[\"222222222222\"]}"))
                .isEqualTo(new SweepRequest(Purpose.ACCEPT, Mode.APPLY, Selection.of(LEGAL), Cause.REQUEST));
    }

    @Test
    void aRegionThatTheSettingsExcludeIsAFaultThatSaysHowToLiftIt() {
        assertThat(RequestBody.parse("{\"regions\":[\"us-east-1\"]}", JSON, "aws", SCHEDULED))
                .isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                        .singleElement()
                        .asString()
                        .startsWith("regions: all Regions asked for are excluded")
                        .endsWith("account-discovery.selection.exclude-regions"
                                + " for this sweep by an empty list excludeRegions"));
    }

    @Test
    void readsEveryField() {
        RequestBody body = parse("""
                {"purpose": "UNSHARE", "mode": "PLAN", "accounts": ["111111111111"], "excludeAccounts": ["222222222222"],
                 "ous": ["ou-ab12-cdefgh34"], "excludeOus": ["r-ab12"], "tags": ["a=b"], "regions": ["eu-west-1"],
                 "excludeRegions": ["us-east-1"], "workloadNamePrefix": "shop-", "managementAccount": true}
                """);

        assertThat(body)
                .isEqualTo(new RequestBody.Good(new SweepRequest(
                        Purpose.UNSHARE,
                        Mode.PLAN,
                        new Selection(
                                List.of(AccountId.of("111111111111")),
                                List.of(AccountId.of("222222222222")),
                                List.of("ou-ab12-cdefgh34"),
                                List.of("r-ab12"),
                                List.of("a=b"),
                                List.of(Region.of("eu-west-1")),
                                List.of(Region.of("us-east-1")),
                                null,
                                "shop-",
                                true),
                        Cause.REQUEST)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | the body is not JSON",
                "[] | must be a JSON object",
                "{\"purpose\":\"STEAL\"} | purpose: 'STEAL' is unknown: give one of [SHARE, UNSHARE, ACCEPT]",
                "{\"mode\":\"plan\"} | mode: 'plan' is unknown: give one of [PLAN, APPLY]",
                "{\"purpose\":\"UNSHARE\"} | mode: UNSHARE takes shares back: say PLAN",
                "{\"purpose\":\"UNSHARE\",\"mode\":null} | mode: UNSHARE takes shares back: say PLAN",
                "{\"accounts\":[\"12\"]} | accounts: '12' is not an AWS account id",
                "{\"accounts\":\"111111111111\"} | accounts must be a list",
                "{\"accounts\":[]} | accounts is an empty list: name some, or leave the field out",
                "{\"purpose\":\"UNSHARE\",\"mode\":\"APPLY\",\"accounts\":[]} | accounts is an empty list",
                "{\"purpose\":\"UNSHARE\",\"mode\":\"APPLY\",\"accounts\":[],\"ous\":[\"r-ab12\"]} | accounts is an empty list",
                "{\"purpose\":\"ACCEPT\",\"accounts\":[]} | accounts is an empty list",
                "{\"purpose\":\"ACCEPT\"} | accounts: ACCEPT needs the reviews account",
                "{\"ous\":[]} | ous is an empty list: name some, or leave the field out",
                "{\"tags\":[]} | tags is an empty list: name some, or leave the field out",
                "{\"regions\":[]} | regions is an empty list: name some, or leave the field out",
                "{\"ous\":[\"Prod\"]} | ous: 'Prod' is not the id of an OU",
                "{\"excludeOus\":[\"\"]} | excludeOus: ",
                "{\"tags\":[\"stage\"]} | write key=value",
                "{\"regions\":[\"Ireland\"]} | regions: AWS has no Region 'Ireland'",
                "{\"regions\":[\"eu-wset-1\"]} | regions: AWS has no Region 'eu-wset-1'",
                "{\"excludeRegions\":[\"us-gov-west-1\"]} | excludeRegions: us-gov-west-1 is not in the partition aws",
                "{\"regions\":[\"eu-west-1\"],\"excludeRegions\":[\"eu-west-1\"]} | excludeRegions: all Regions asked for are excluded",
                "{\"workloadNamePrefix\":\"\"} | workloadNamePrefix: a prefix of 0 characters",
                "{\"managementAccount\":\"perhaps\"} | managementAccount: 'perhaps' is neither true nor false",
                "{\"account\":[\"111111111111\"]} | 'account' is unknown"
            })
    void refusesWhatItDoesNotUnderstandAndSaysWhy(String body, String fault) {
        assertThat(parse(body)).isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                .singleElement()
                .asString()
                .contains(fault));
    }

    @Test
    void refusesAPrefixThatAwsWouldNotTake() {
        RequestBody body = parse("{\"workloadNamePrefix\":\"" + "x".repeat(101) + "\"}");

        assertThat(body).isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                .singleElement()
                .asString()
                .contains("workloadNamePrefix: a prefix of 101 characters"));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        RequestBody body = parse("{\"purpose\":\"STEAL\",\"regions\":[\"x\",\"eu-west-1\",\"y\"],\"what\":1}");

        assertThat(body).isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                .hasSize(4));
    }
}
