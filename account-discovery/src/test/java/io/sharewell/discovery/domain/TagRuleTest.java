package io.sharewell.discovery.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagRuleTest {

    @ParameterizedTest
    @CsvSource({
        "stage=prod, stage, prod, EQUAL",
        "stage!=prod, stage, prod, DIFFERENT",
        "stage=, stage, '', EQUAL",
        "a=b=c, a, b=c, EQUAL",
        "a=b!=c, a, b!=c, EQUAL",
        "a b=c d, a b, c d, EQUAL"
    })
    void readsBothForms(String text, String key, String value, TagRule.Test test) {
        assertThat(TagRule.parse(text)).isEqualTo(new TagRule(key, value, test));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stage", "=prod", "!=prod"})
    void refusesAnythingElseAndSaysHowToWriteIt(String text) {
        assertThatThrownBy(() -> TagRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write key=value or key!=value");
    }

    @Test
    void aMissingTagIsDifferentFromEveryValue() {
        assertThat(TagRule.parse("a=b").holds(Map.of())).isFalse();
        assertThat(TagRule.parse("a!=b").holds(Map.of())).isTrue();
    }
}
