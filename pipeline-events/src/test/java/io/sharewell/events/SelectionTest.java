package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final JsonMapper JSON = EventCodec.mapper().build();

    @Test
    void ofEverythingNamesNothingAndLeavesTheManagementAccountOut() {
        Selection everything = Selection.everything();

        assertThat(everything)
                .isEqualTo(new Selection(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), null,
                        false));
    }

    @Test
    void leavesNothingOutWhetherOrNotItTakesTheManagementAccountIn() {
        Selection all = Selection.everything();

        assertThat(all.leavesNothingOut()).isTrue();
        assertThat(new Selection(null, null, null, null, null, null, null, null, null, true).leavesNothingOut())
                .isTrue();
        assertThat(Selection.of(Samples.ACCOUNT).leavesNothingOut()).isFalse();
        assertThat(new Selection(null, null, null, null, null, null, null, null, "Shop", false).leavesNothingOut())
                .isFalse();
    }

    @Test
    void ofEverythingIsShortInJson() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(Selection.everything())).isEqualTo("{\"managementAccount\":false}");
        assertThat(JSON.readValue("{}", Selection.class)).isEqualTo(Selection.everything());
    }

    @Test
    void isNotChangedFromOutside() {
        List<AccountId> accounts = new ArrayList<>(List.of(Samples.ACCOUNT));
        Selection selection = new Selection(accounts, null, null, null, null, null, null, null, null, false);

        accounts.add(Samples.OTHER_ACCOUNT);

        assertThat(selection.accounts()).containsExactly(Samples.ACCOUNT);
    }

    @Test
    void equalSelectionsAreAlikeInText() {
        Map<AccountId, List<Region>> regions = new LinkedHashMap<>();
        for (long number = 0; number < 20; number++) {
            regions.put(AccountId.of("%012d".formatted(number * 7_654_321 % 100_000_007)), List.of(Samples.REGION));
        }

        Selection selection = new Selection(null, null, null, null, null, null, null, regions, null, false);

        assertThat(selection.toString()).contains("accountRegions=" + new TreeMap<>(regions));
    }
}
