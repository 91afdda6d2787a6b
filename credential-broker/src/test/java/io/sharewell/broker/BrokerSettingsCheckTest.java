package io.sharewell.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.sharewell.aws.config.AwsAccessSettings;
import io.sharewell.seal.Keysets;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerSettingsCheckTest {

    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"%s\",\"Effect\":\"Allow\",\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"*\"}]}";

    @TempDir
    Path folder;

    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void keysets() {
        Path seal = folder.resolve("seal.json");
        Path grant = folder.resolve("grant.json");
        Keysets.createSealKeyset(seal);
        Keysets.createGrantKeyset(grant);
        properties.put("credential-broker.seal-keyset", seal.toString());
        properties.put("credential-broker.grant-keyset", grant.toString());
    }

    @Test
    void hasNothingToSayAboutTheDefaultsWithKeysets() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void namesEveryMissingKeysetWithItsCure() {
        properties.clear();

        assertThat(faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).startsWith("credential-broker.seal-keyset is not set: "))
                .anySatisfy(fault -> assertThat(fault).startsWith("credential-broker.grant-keyset is not set: "));
    }

    @Test
    void saysThatAKeysetIsNotWhereItShouldBe() {
        properties.put("credential-broker.seal-keyset", "/nowhere/seal.json");

        assertThat(faults()).singleElement().asString().contains("/nowhere/seal.json", "credential-broker.seal-keyset");
    }

    @Test
    void noticesThatTheKeysetsAreSwapped() {
        String seal = properties.get("credential-broker.seal-keyset");
        properties.put("credential-broker.seal-keyset", properties.get("credential-broker.grant-keyset"));
        properties.put("credential-broker.grant-keyset", seal);

        assertThat(faults()).hasSize(2).allSatisfy(fault -> assertThat(fault).contains("does not name the wrong file"));
    }

    @Test
    void takesARegionThatIsNewerThanItself() {
        properties.put("credential-broker.regions", "eu-west-1,eu-west-9");

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    role-name                   | role/Shares
                    acceptance-role             | a b
                    role-path                   | central
                    external-id                 | x
                    session-duration            | 14m
                    session-duration            | 61m
                    sts-regions                 | Ireland
                    sts-regions                 | eu-wset-1
                    regions                     | eu-west-1,nowhere
                    concurrency                 | 0
                    renewals-concurrency        | 0
                    sts-rate                    | 0
                    source-identity             | x
                    session-policy              | /nowhere/policy.json
                    accounts-topic              | two topics
                    """)
    void namesTheSettingThatIsWrong(String setting, String value) {
        properties.put("credential-broker." + setting, value);

        assertThat(faults()).singleElement().asString().startsWith("credential-broker." + setting);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"Version": "2012-10-17"            | is no JSON
                    {}{}                                | is no JSON
                    []                                  | is no IAM policy: give a JSON object with Version and Statement
                    {"Version": "2012-10-17"}           | is no IAM policy
                    {"Version": "2012-10-17", "Statement": "all"} | is no IAM policy
                    """)
    void namesWhatIsWrongWithASessionPolicy(String policy, String fault) throws IOException {
        assertThat(faultsOfPolicy(policy)).singleElement().asString().contains(fault);
    }

    @Test
    void takesASessionPolicyThatIsNotTooLongForAws() throws IOException {
        String sid = "x".repeat(2048 - POLICY.formatted("").length());

        assertThat(faultsOfPolicy(POLICY.formatted(sid) + "\n")).isEmpty();
        assertThat(faultsOfPolicy(POLICY.formatted(sid + "x")))
                .singleElement()
                .asString()
                .contains("2049 characters without white space: AWS takes 2048 at most");
    }

    private List<String> faultsOfPolicy(String policy) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.json"), policy);
        properties.put("credential-broker.session-policy", file.toString());
        return faults();
    }

    @Test
    void namesTagsThatAwsWouldNotTake() {
        properties.put("credential-broker.session-tags.team", "x".repeat(257));

        assertThat(faults()).singleElement().asString().startsWith("credential-broker.session-tags.team");
    }

    @Test
    void looksAtTheSettingsOfTheClientsToo() {
        properties.put("aws-access.endpoint-url", "ftp://localhost");

        assertThat(faults()).singleElement().asString().startsWith("aws-access.endpoint-url");
    }

    @Test
    void namesAllFaultsAtOnce() {
        properties.put("credential-broker.concurrency", "0");
        properties.put("credential-broker.role-path", "central");

        assertThat(faults()).hasSize(2);
    }

    private List<String> faults() {
        AwsAccessSettings aws = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 400))
                .withMapping(AwsAccessSettings.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(AwsAccessSettings.class);
        Map<String, String> own = new HashMap<>(properties);
        own.keySet().removeIf(name -> name.startsWith("aws-access."));
        return new BrokerSettingsCheck(BrokerSettingsTest.settings(own), aws).faults();
    }
}
