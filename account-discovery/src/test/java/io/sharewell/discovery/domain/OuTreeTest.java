package io.sharewell.discovery.domain;

import static io.sharewell.discovery.domain.FakeOrganization.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuTreeTest {

    @Test
    void namesThePathFromTheRootDown() {
        assertThat(Trees.tree().path(id(1))).contains("Root/Workloads/Prod");
        assertThat(Trees.tree().path(id(4))).contains("Root");
    }

    @Test
    void knowsTheAncestorsFromTheNearestUp() {
        assertThat(Trees.tree().ancestors(id(1))).containsExactly(Trees.PROD, Trees.WORKLOADS, Trees.ROOT);
    }

    @Test
    void knowsNothingOfAStranger() {
        assertThat(Trees.tree().path(id(77))).isEmpty();
        assertThat(Trees.tree().ancestors(id(77))).isEmpty();
        assertThat(new OuTree(Map.of(), Map.of()).path(id(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-ab12", "ou-ab12-cdefgh34"})
    void takesIdsOfRootsAndOus(String id) {
        assertThat(OuTree.requireId(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Prod", "ou-ab12", "123456789012", "OU-AB12-CDEFGH34"})
    void refusesOtherIdsAndSaysHowTheyLook(String id) {
        assertThatThrownBy(() -> OuTree.requireId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it must look like ou-ab12-cdefgh34 or r-ab12");
    }
}
