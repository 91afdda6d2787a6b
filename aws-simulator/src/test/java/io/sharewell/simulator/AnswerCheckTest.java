package io.sharewell.simulator;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that all other tests rely on bites. */
class AnswerCheckTest {

    private static final Map<String, String> HEADERS = Map.of(
            "x-amzn-RequestId",
            "00000000-0000-4000-8000-000000000000",
            "Date",
            "now",
            "Content-Type",
            "application/json");

    @Test
    void takesAnAnswerThatHoldsToTheModel() {
        assertThatCode(() -> check(200, "{\"WorkloadId\": \"0123456789abcdef0123456789abcdef\"}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            200 | {"WorkloadId": 17}                                      | number, not text
            200 | {"WorkloadId": "too short"}                             | against the pattern
            200 | {"Workload": "0123456789abcdef0123456789abcdef"}        | unknown member
            200 | {"WorkloadShareSummaries": [{"Status": "OPEN"}]}        | unknown constant
            200 | {"WorkloadShareSummaries": [{"ShareId": null}]}         | null
            400 | {}                                                      | an error without a name
            """)
    void refusesOneThatDoesNot(int status, String body, String why) {
        assertThatExceptionOfType(AssertionError.class).as(why).isThrownBy(() -> check(status, body));
    }

    private static void check(int status, String body) {
        AnswerCheck.of("wellarchitected", "ListWorkloadShares")
                .check(status, name -> Optional.ofNullable(HEADERS.get(name)), body.getBytes(StandardCharsets.UTF_8));
    }
}
