package io.sharewell.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void aPrefixMayBeAsLongAsAwsTakesIt(int length) {
        String prefix = "x".repeat(length);

        assertThat(SelectionRules.requirePrefix(prefix)).isSameAs(prefix);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void noOtherPrefixIsLookedFor(int length) {
        assertThatThrownBy(() -> SelectionRules.requirePrefix("x".repeat(length)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a prefix of " + length + " characters")
                .hasMessageContaining("give 1 to 100");
    }

    @Test
    void aRegionThatIsAskedForMustBeLeft() {
        assertThatThrownBy(
                        () -> SelectionRules.requireRegionLeft(List.of("eu-west-1"), List.of("us-east-1", "eu-west-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all Regions asked for are excluded: leave one of [eu-west-1]");
        assertThatCode(() -> SelectionRules.requireRegionLeft(List.of("eu-west-1", "us-east-1"), List.of("eu-west-1")))
                .doesNotThrowAnyException();
        assertThatCode(() -> SelectionRules.requireRegionLeft(List.of(), List.of("eu-west-1")))
                .as("all but one")
                .doesNotThrowAnyException();
    }
}
