package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "111122223333",
                "arn:aws:iam::111122223333:user/auditor",
                "arn:aws:iam::111122223333:user/reviews/eu/auditor",
                "arn:aws-us-gov:iam::111122223333:user/auditor"
            })
    void thatIsAnAccountOrItsUserBelongsToThatAccount(String value) {
        Principal principal = Principal.of(value);

        assertThat(principal).hasToString(value);
        assertThat(principal.account()).contains(Samples.ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5",
                "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111",
                "arn:aws-cn:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111",
                "o-a1b2c3d4e5",
                "ou-ab12-11111111"
            })
    void thatIsAnOuOrAnOrganizationBelongsToNoAccount(String value) {
        assertThat(Principal.of(value).account()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "111122223333, 111122223333",
        "arn:aws:iam::111122223333:root, 111122223333",
        "arn:aws:iam::111122223333:user/eu/auditor, arn:aws:iam::111122223333:user/eu/auditor",
        "arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5, o-a1b2c3d4e5",
        "arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-ab12-11111111, ou-ab12-11111111",
        "ou-ab12-11111111, ou-ab12-11111111"
    })
    void hasOneKeyInAllItsForms(String value, String key) {
        assertThat(Principal.keyOf(value)).isEqualTo(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "12",
                "auditor",
                "arn:aws:iam::111122223333:role/auditor",
                "arn:aws:iam::111122223333:user/",
                "arn:aws:iam::1111:user/auditor",
                "arn:aws:iam::111122223333:root",
                "arn:aws:organizations::111122223333:policy/o-a1b2c3d4e5/p-1",
                "arn:aws:s3:::bucket",
                "arn:gcp:iam::111122223333:user/auditor",
                "o-a1b2c3d4",
                "ou-ab12",
                "r-ab12",
                "111122223333\n",
                "111122223333, 444455556666"
            })
    void isWhatWellArchitectedAcceptsAndNothingElse(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Principal.of(value))
                .withMessageContaining("12-digit account id");
    }
}
