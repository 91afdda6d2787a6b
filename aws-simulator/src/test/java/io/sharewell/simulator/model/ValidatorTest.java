package io.sharewell.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {

    private static final String ROLE = "\"RoleArn\":\"arn:aws:iam::444444444444:role/R\",\"RoleSessionName\":\"s1\"";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                          | 2 | roleArn                  | REQUIRED
            {ROLE, "DurationSeconds": 899}                              | 1 | durationSeconds          | TOO_SMALL
            {ROLE, "DurationSeconds": 43201}                            | 1 | durationSeconds          | TOO_LARGE
            {ROLE, "DurationSeconds": "900"}                            | 1 | durationSeconds          | TYPE
            {ROLE, "ExternalId": "x"}                                   | 1 | externalId               | TOO_SHORT
            {ROLE, "ExternalId": "a b"}                                 | 1 | externalId               | PATTERN
            {ROLE, "Tags": [{"Key": "k"}]}                              | 1 | tags.1.member.value      | REQUIRED
            {ROLE, "Tags": {"k": "v"}}                                  | 1 | tags                     | TYPE
            {ROLE, "TokenCode": "1234567"}                              | 1 | tokenCode                | TOO_LONG
            {ROLE, "DurationSeconds": 900, "Unknown": true}             | 0 | none                     | REQUIRED
            {ROLE, "ExternalId": null}                                  | 0 | none                     | REQUIRED
            """)
    void findsEachBrokenConstraint(String input, int count, String path, Violation.Kind kind)
            throws JsonProcessingException {
        var operation = ServiceModels.load().service("sts").operations().get("AssumeRole");

        var violations = Validator.check(operation.input(), new ObjectMapper().readTree(input.replace("ROLE", ROLE)));

        assertThat(violations).hasSize(count);
        if (count > 0) {
            assertThat(violations.getFirst().path()).isEqualTo(path);
            assertThat(violations.getFirst().kind()).isEqualTo(kind);
        }
    }

    @Test
    void tellsAHundredBrokenConstraintsAtMost() {
        var operation =
                ServiceModels.load().service("wellarchitected").operations().get("CreateWorkload");
        var input = new ObjectMapper().createObjectNode();
        var lenses = input.putArray("Lenses");
        var tags = input.putObject("Tags");
        for (int i = 0; i < 1000; i++) {
            lenses.add("");
            tags.put("key" + i, 7);
        }

        assertThat(Validator.check(operation.input(), input)).hasSize(100);
    }

    @Test
    void wordsAViolationAsAwsDoes() {
        assertThat(new Violation("roleArn", Violation.Kind.REQUIRED, null, "Member must not be null").sentence())
                .isEqualTo("Value null at 'roleArn' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void readsAllPackagedModels() {
        assertThat(ServiceModels.load().all())
                .extracting(ServiceModel::name)
                .containsExactly("organizations", "sts", "ssm", "account", "wellarchitected");
        assertThat(ServiceModels.load()
                        .service("wellarchitected")
                        .errors()
                        .get("ServiceQuotaExceededException")
                        .status())
                .isEqualTo(402);
        assertThat(ServiceModels.load()
                        .service("sts")
                        .errors()
                        .get("PackedPolicyTooLargeException")
                        .code())
                .isEqualTo("PackedPolicyTooLarge");
        assertThat(ServiceModels.load()
                        .service("organizations")
                        .errors()
                        .get("ServiceException")
                        .status())
                .isEqualTo(500);
    }
}
