package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    // Before any test makes up more names than are kept
    private static final Region IRELAND = Region.of("eu-west-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-east-1",
                "eu-central-2",
                "ap-southeast-7",
                "me-central-1",
                "mx-central-1",
                "us-gov-west-1",
                "cn-northwest-1",
                "us-iso-east-1",
                "us-isob-east-1",
                "eu-isoe-west-1",
                "eusc-de-east-1"
            })
    void isNamedAsAwsNamesThem(String value) {
        assertThat(Region.of(value)).hasToString(value);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "eu",
                "eu-west",
                "eu-west-",
                "EU-WEST-1",
                "eu_west_1",
                "eu-west-1a",
                "eu-west-1-bos-1a",
                "aws-global",
                "111122223333",
                "eu-west-1/x",
                " eu-west-1",
                "eu-west-1\n",
                "eu-west-123"
            })
    void isNothingElse(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Region.of(value)).withMessageContaining("eu-west-1");
    }

    @Test
    void isTheSameObjectForTheSameName() {
        assertThat(Region.of(String.join("-", "eu", "west", "1"))).isSameAs(IRELAND);
    }

    @Test
    void namesThatAreMadeUpAreNotKeptWithoutEnd() {
        IntStream.range(0, 5_000)
                .forEach(i -> Region.of("made-" + Integer.toString(i, 26).replaceAll("\\d", "z") + "-1"));

        assertThat(Region.of("made-zy-1")).isEqualTo(Region.of("made-zy-1"));
        assertThat(Region.known()).isLessThan(300);
    }

    @Test
    void isOrderedByName() {
        assertThat(Region.of("us-east-1")).isGreaterThan(Region.of("eu-west-1"));
    }
}
