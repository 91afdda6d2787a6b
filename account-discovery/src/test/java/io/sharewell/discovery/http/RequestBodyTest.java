package io.sharewell.discovery.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sharewell.discovery.domain.SweepRequest;
import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final ObjectMapper JSON = EventCodec.mapper().build();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "{}", "{\"purpose\":null,\"accounts\":null}"})
    void withoutFurtherWordsItIsAboutEverything(String body) {
        assertThat(RequestBody.parse(body, JSON, "aws"))
                .isEqualTo(new RequestBody.Good(
                        new SweepRequest(Purpose.SHARE, Mode.APPLY, Selection.everything(), Cause.REQUEST)));
    }

    @Test
    void readsEveryField() {
        RequestBody body = RequestBody.parse("""
                {"purpose": "UNSHARE", "mode": "PLAN", "accounts": ["111111111111"], "excludeAccounts": ["222222222222"],
                 "ous": ["ou-ab12-cdefgh34"], "excludeOus": ["r-ab12"], "tags": ["a=b"], "regions": ["eu-west-1"],
                 "excludeRegions": ["us-east-1"], "workloadNamePrefix": "shop-", "managementAccount": true}
                """, JSON, "aws");

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
        assertThat(RequestBody.parse(body, JSON, "aws"))
                .isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                        .singleElement()
                        .asString()
                        .contains(fault));
    }

    @Test
    void refusesAPrefixThatAwsWouldNotTake() {
        RequestBody body = RequestBody.parse("{\"workloadNamePrefix\":\"" + "x".repeat(101) + "\"}", JSON, "aws");

        assertThat(body).isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                .singleElement()
                .asString()
                .contains("workloadNamePrefix: a prefix of 101 characters"));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        RequestBody body = RequestBody.parse(
                "{\"purpose\":\"STEAL\",\"regions\":[\"x\",\"eu-west-1\",\"y\"],\"what\":1}", JSON, "aws");

        assertThat(body).isInstanceOfSatisfying(RequestBody.Wrong.class, wrong -> assertThat(wrong.faults())
                .hasSize(4));
    }
}
