package io.sharewell.chaos.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.simulator.organization.AccountFile;
import io.sharewell.simulator.organization.OrganizationFile;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TwoStatesTest {

    private final TwoStates states = TwoStates.of(200);
    private final Map<String, AccountFile> well = byId(states.well());
    private final Map<String, AccountFile> broken = byId(states.broken());

    @Test
    void threeInTenAreBroken() {
        assertThat(states.others()).hasSize(140);
        assertThat(states.unserved()).hasSize(30).doesNotContainAnyElementsOf(states.others());
    }

    @Test
    void theOthersAreTheSameInBoth() {
        assertThat(states.others()).allSatisfy(id -> assertThat(broken.get(id)).isEqualTo(well.get(id)));
    }

    @Test
    void ofTheBrokenHalfHaveTheirRolesAndHalfAreAltered() {
        assertThat(states.unserved())
                .allSatisfy(id -> assertThat(broken.get(id)).isEqualTo(well.get(id)));
        assertThat(broken.keySet())
                .filteredOn(id -> !broken.get(id).equals(well.get(id)))
                .hasSize(30);
    }

    private static Map<String, AccountFile> byId(OrganizationFile organization) {
        return organization.accounts().stream().collect(Collectors.toMap(AccountFile::id, Function.identity()));
    }
}
