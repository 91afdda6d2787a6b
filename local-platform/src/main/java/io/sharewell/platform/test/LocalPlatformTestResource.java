package io.sharewell.platform.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.sharewell.platform.LocalPlatform;
import io.sharewell.simulator.AwsSimulator;
import java.util.HashMap;
import java.util.Map;

/**
 * Kafka and the simulator for tests of Quarkus applications:
 * {@code @QuarkusTestResource(value = LocalPlatformTestResource.class, initArgs = @ResourceArg(name = "accounts", value = "5"))}.
 *
 * <p>Arguments, all of them optional: {@code simulator} (true or false; default true), {@code accounts} (20),
 * {@code workloads} per account (3), {@code seed} (1), {@code latency} ({@code 0ms}), {@code demo} (false),
 * {@code rate-limits} (true).
 *
 * <p>There is one broker per JVM, and one simulator per JVM and set of arguments: what a test wrote is there for the next.
 * The application is told where Kafka and AWS are, and gets the key of the simulated automation account, as settings and,
 * for AWS's SDK, as system properties. A test's field of the type {@link LocalPlatform} is filled in.
 */
public final class LocalPlatformTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String REGION = "eu-west-1";

    private final SystemProperties systemProperties = new SystemProperties();
    private Map<String, String> arguments = Map.of();
    private LocalPlatform platform;

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        platform = OncePerJvm.platform(arguments);
        var settings = new HashMap<>(kafkaSettings());
        if (PlatformArguments.parse(arguments).simulator().isPresent()) {
            systemProperties.set(credentials());
            settings.putAll(credentials());
            settings.put("aws-access.endpoint-url", platform.awsEndpoint().toString());
        }
        return settings;
    }

    private Map<String, String> kafkaSettings() {
        return Map.of(
                "kafka.bootstrap.servers", platform.bootstrapServers(),
                "mp.messaging.connector.smallrye-kafka.bootstrap.servers", platform.bootstrapServers());
    }

    private static Map<String, String> credentials() {
        return Map.of(
                "aws.accessKeyId", AwsSimulator.ACCESS_KEY_ID,
                "aws.secretAccessKey", AwsSimulator.SECRET_ACCESS_KEY,
                "aws.region", REGION);
    }

    @Override
    public void inject(TestInjector testInjector) {
        testInjector.injectIntoFields(platform, field -> field.getType() == LocalPlatform.class);
    }

    /** The broker and the simulator live on, for the tests to come. */
    @Override
    public void stop() {
        systemProperties.restore();
    }
}
