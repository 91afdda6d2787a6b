package io.sharewell.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager.TestInjector;
import io.sharewell.platform.LocalPlatform;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPlatformTestResourceTest {

    private final LocalPlatformTestResource resource = new LocalPlatformTestResource();

    @AfterEach
    void stop() {
        resource.stop();
    }

    @Test
    void tellsTheApplicationWhereKafkaAndAwsAre() {
        resource.init(Map.of("accounts", "5"));

        var settings = resource.start();

        var platform = injected(resource);
        assertThat(settings)
                .containsOnly(
                        entry("kafka.bootstrap.servers", platform.bootstrapServers()),
                        entry("mp.messaging.connector.smallrye-kafka.bootstrap.servers", platform.bootstrapServers()),
                        entry("aws-access.endpoint-url", platform.awsEndpoint().toString()),
                        entry("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE"),
                        entry("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
                        entry("aws.region", "eu-west-1"));
    }

    @Test
    void tellsNothingOfAwsWithoutASimulator() {
        resource.init(Map.of("simulator", "false"));

        assertThat(resource.start())
                .containsOnlyKeys("kafka.bootstrap.servers", "mp.messaging.connector.smallrye-kafka.bootstrap.servers");
        assertThat(System.getProperty("aws.accessKeyId")).isNull();
    }

    @Test
    void givesTheSdkItsKeyForAsLongAsItLasts() {
        System.setProperty("aws.region", "us-east-2");
        try {
            resource.start();
            assertThat(System.getProperty("aws.accessKeyId")).isEqualTo("AKIAIOSFODNN7EXAMPLE");
            assertThat(System.getProperty("aws.region")).isEqualTo("eu-west-1");

            resource.stop();

            assertThat(System.getProperty("aws.accessKeyId")).isNull();
            assertThat(System.getProperty("aws.region")).isEqualTo("us-east-2");
        } finally {
            System.clearProperty("aws.region");
        }
    }

    @Test
    void startsOneSimulatorPerSetOfArgumentsAndOneBroker() {
        var first = started(Map.of("accounts", "5"));
        var same = started(Map.of("accounts", "5", "seed", "1"));
        var other = started(Map.of("accounts", "6"));

        assertThat(same.awsEndpoint()).isEqualTo(first.awsEndpoint());
        assertThat(other.awsEndpoint()).isNotEqualTo(first.awsEndpoint());
        assertThat(other.bootstrapServers()).isEqualTo(first.bootstrapServers());
    }

    @Test
    void saysWhichArgumentIsWrong() {
        resource.init(Map.of("account", "5"));

        assertThatThrownBy(resource::start).hasMessageContaining("unknown arguments of the local platform [account]");
    }

    private static LocalPlatform started(Map<String, String> arguments) {
        var resource = new LocalPlatformTestResource();
        resource.init(arguments);
        resource.start();
        var platform = injected(resource);
        resource.stop();
        return platform;
    }

    private static LocalPlatform injected(LocalPlatformTestResource resource) {
        var fields = new Fields();
        resource.inject(fields);
        return (LocalPlatform) fields.values.getFirst();
    }

    /** A test class with such a field, as Quarkus sees it. */
    private static final class Fields implements TestInjector {

        @SuppressWarnings("unused")
        private LocalPlatform platform;

        private final List<Object> values = new ArrayList<>();

        @Override
        public void injectIntoFields(Object value, Predicate<Field> wanted) {
            Arrays.stream(Fields.class.getDeclaredFields()).filter(wanted).forEach(_ -> values.add(value));
        }
    }
}
