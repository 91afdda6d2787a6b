package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"000000000001", "111122223333", "999999999999"})
    void isTwelveDigits(String value) {
        assertThat(AccountId.of(value)).hasToString(value);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "12",
                "1111222233334",
                "11112222333",
                "1111-2222-3333",
                " 111122223333",
                "11112222333x",
                "111122223333\n",
                "١١١١٢٢٢٢٣٣٣٣"
            })
    void isNothingElse(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountId.of(value))
                .withMessageContaining("12 digits");
    }

    @Test
    void isOrderedByItsDigits() {
        assertThat(AccountId.of("000000000002")).isGreaterThan(AccountId.of("000000000001"));
    }
}
