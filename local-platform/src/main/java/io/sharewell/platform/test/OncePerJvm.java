package io.sharewell.platform.test;

import io.sharewell.platform.LocalPlatform;
import io.sharewell.platform.SimulatorEndpoints;
import io.sharewell.platform.test.PlatformArguments.Simulated;
import io.sharewell.simulator.AwsSimulator;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What exists once per JVM, however many class loaders there are: Quarkus loads tests anew for each profile and set of
 * resources, and a broker started in one of these class loaders would not survive it. So what is shared lives in the class
 * loader of the JVM's class path, is reached by reflection, and speaks in types of the JDK.
 */
final class OncePerJvm {

    private static final String KAFKA = "kafka";
    private static final String AWS = "aws";
    private static final String ADMIN = "admin";

    private static final Map<Simulated, AwsSimulator> SIMULATORS = new HashMap<>();
    private static KafkaForTests kafka;

    private OncePerJvm() {}

    /** The broker of this JVM, and the simulator that these arguments describe: the same for the same arguments. */
    static LocalPlatform platform(Map<String, String> arguments) {
        var addresses = inItsOwnContext(arguments);
        var simulator = Optional.ofNullable(addresses.get(AWS))
                .map(aws -> new SimulatorEndpoints(URI.create(aws), URI.create(addresses.get(ADMIN))));
        return new LocalPlatform(addresses.get(KAFKA), simulator);
    }

    private static Map<String, String> inItsOwnContext(Map<String, String> arguments) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        // Kafka's threads inherit it, and load classes with it.
        thread.setContextClassLoader(home().getClassLoader());
        try {
            return atHome(arguments);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> atHome(Map<String, String> arguments) {
        try {
            var addresses = home().getDeclaredMethod("addresses", Map.class);
            addresses.setAccessible(true);
            return (Map<String, String>) addresses.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the class path has another edition of " + OncePerJvm.class.getName(), e);
        }
    }

    private static Class<?> home() {
        try {
            return Class.forName(OncePerJvm.class.getName(), true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException e) {
            // A test runner that keeps its class path in a class loader of its own.
            return OncePerJvm.class;
        }
    }

    /** Called by reflection, in the class loader where all of this lives. */
    static synchronized Map<String, String> addresses(Map<String, String> arguments) {
        var wanted = PlatformArguments.parse(arguments);
        var addresses = new HashMap<String, String>();
        wanted.simulator().map(OncePerJvm::simulator).ifPresent(simulator -> {
            addresses.put(AWS, simulator.endpoint().toString());
            addresses.put(ADMIN, simulator.adminEndpoint().toString());
        });
        addresses.put(KAFKA, kafka().bootstrapServers());
        return addresses;
    }

    private static AwsSimulator simulator(Simulated wanted) {
        return SIMULATORS.computeIfAbsent(wanted, _ -> untilTheEnd(AwsSimulator.start(wanted.options())));
    }

    private static KafkaForTests kafka() {
        if (kafka == null) {
            kafka = untilTheEnd(KafkaForTests.start());
        }
        return kafka;
    }

    private static <T extends AutoCloseable> T untilTheEnd(T started) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closed(started)));
        return started;
    }

    private static void closed(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
