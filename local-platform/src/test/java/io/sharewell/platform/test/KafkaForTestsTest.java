package io.sharewell.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class KafkaForTestsTest {

    @Test
    void startsABrokerOfItsOwn() throws ExecutionException, InterruptedException {
        try (var one = KafkaForTests.start();
                var other = KafkaForTests.start()) {
            assertThat(clusterIdOf(one)).isNotEqualTo(clusterIdOf(other));
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
