package io.sharewell.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaForTestsTest {

    @Test
    void startsABrokerOfItsOwn() throws ExecutionException, InterruptedException {
        try (var one = KafkaForTests.start();
                var other = KafkaForTests.start()) {
            // Not told by the clusters' ids: Testcontainers gives all its brokers the same
            createTopic(one, "only-here");

            assertThat(topicsOf(one)).contains("only-here");
            assertThat(topicsOf(other)).doesNotContain("only-here");
        }
    }

    @Test
    void sharesOneBrokerThatOutlivesItsUsers() throws ExecutionException, InterruptedException {
        var first = KafkaForTests.shared();
        first.close();

        var second = KafkaForTests.shared();

        assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
        assertThat(clusterIdOf(second)).isNotBlank();
    }

    // Quarkus loads the tests of each profile in a class loader of their own.
    @Test
    void sharesItWithAnotherClassLoader() throws ReflectiveOperationException, IOException {
        try (var loader = new OwnClasses()) {
            var there = loader.loadClass(KafkaForTests.class.getName());
            assertThat(there).isNotSameAs(KafkaForTests.class);

            var shared = there.getMethod("shared").invoke(null);

            assertThat(there.getMethod("bootstrapServers").invoke(shared))
                    .isEqualTo(KafkaForTests.shared().bootstrapServers());
        }
    }

    private static void createTopic(KafkaForTests kafka, String name) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private static Set<String> topicsOf(KafkaForTests kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.listTopics().names().get();
        }
    }

    private static String clusterIdOf(KafkaForTests kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    /** Loads the platform's classes anew, and shares all others. */
    private static final class OwnClasses extends URLClassLoader {

        OwnClasses() {
            super(
                    new URL[] {
                        KafkaForTests.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    KafkaForTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (!name.startsWith("io.sharewell.platform.")) {
                    return super.loadClass(name, resolve);
                }
                var loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
