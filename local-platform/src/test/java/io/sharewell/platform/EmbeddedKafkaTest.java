package io.sharewell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.platform.EmbeddedKafkaException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    private static final String TOPIC = "letters";

    @TempDir
    private Path folder;

    @Test
    void deliversWhatWasSent() {
        try (var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
                var client = new Client(kafka)) {
            client.create(TOPIC);

            client.send(TOPIC, "a", "b", "c");

            assertThat(client.readAs("reader", TOPIC, 3)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void keepsRecordsAndCommittedOffsetsInAGivenFolder() {
        var options = EmbeddedKafkaOptions.keptIn(folder);
        try (var kafka = EmbeddedKafka.start(options);
                var client = new Client(kafka)) {
            client.create(TOPIC);
            client.send(TOPIC, "a", "b", "c");
            client.readAs("reader", TOPIC, 2);
        }

        try (var kafka = EmbeddedKafka.start(options);
                var client = new Client(kafka)) {
            assertThat(client.readAs("reader", TOPIC, 1)).containsExactly("c");
            assertThat(client.readAs("another reader", TOPIC, 3)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void isTheSameClusterAfterARestart() {
        var options = EmbeddedKafkaOptions.keptIn(folder);

        assertThat(clusterIdOf(options)).isEqualTo(clusterIdOf(options));
    }

    @Test
    void removesItsTemporaryFolder() throws IOException {
        var before = temporaryFolders();
        var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
        assertThat(temporaryFolders()).hasSize(before.size() + 1);

        kafka.close();

        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void removesItsTemporaryFolderAlsoWhenItDoesNotStart() throws IOException {
        var before = temporaryFolders();
        try (var taken = Ports.taken()) {
            var options = new EmbeddedKafkaOptions(Optional.empty(), taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedKafka.start(options)).isInstanceOf(EmbeddedKafkaException.class);
        }

        assertThat(temporaryFolders()).isEqualTo(before);
    }

    @Test
    void standsBesideAnother() {
        try (var first = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
                var second = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
                var firstClient = new Client(first);
                var secondClient = new Client(second)) {
            firstClient.create(TOPIC);
            secondClient.create(TOPIC);

            firstClient.send(TOPIC, "to the first");
            secondClient.send(TOPIC, "to the second");

            assertThat(firstClient.readAs("reader", TOPIC, 1)).containsExactly("to the first");
            assertThat(secondClient.readAs("reader", TOPIC, 1)).containsExactly("to the second");
        }
    }

    @Test
    void listensOnThePortAskedFor() throws IOException {
        var port = Ports.free();

        try (var kafka = EmbeddedKafka.start(new EmbeddedKafkaOptions(Optional.empty(), port));
                var client = new Client(kafka)) {
            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(client.clusterId()).isNotBlank();
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary())) {
            var port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);

            assertThatThrownBy(() -> EmbeddedKafka.start(new EmbeddedKafkaOptions(Optional.empty(), port)))
                    .hasMessageContaining("port %d on 127.0.0.1 cannot be had", port)
                    .hasMessageContaining("give another port, or 0 for any free one")
                    .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedKafkaException.class))
                    .returns(Reason.PORT_TAKEN, EmbeddedKafkaException::reason);
        }
    }

    @Test
    void leavesTheFolderOfARunningBrokerAlone() {
        var options = EmbeddedKafkaOptions.keptIn(folder);
        try (var kafka = EmbeddedKafka.start(options);
                var client = new Client(kafka)) {
            assertThatThrownBy(() -> EmbeddedKafka.start(options))
                    .hasMessage("%s is in use by another running broker: end that one, or give another folder", folder)
                    .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedKafkaException.class))
                    .returns(Reason.FOLDER_IN_USE, EmbeddedKafkaException::reason);

            client.create(TOPIC);
            client.send(TOPIC, "still here");
            assertThat(client.readAs("reader", TOPIC, 1)).containsExactly("still here");
        }
    }

    @Test
    void givesTheFolderFreeWhenItIsClosed() {
        var options = EmbeddedKafkaOptions.keptIn(folder);
        EmbeddedKafka.start(options).close();

        EmbeddedKafka.start(options).close();

        assertThat(folder).isNotEmptyDirectory();
    }

    @Test
    void saysWhenTheFolderIsNone() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(file)))
                .hasMessageContaining("%s cannot be used as the broker's folder", file)
                .hasMessageContaining("give a folder that can be written")
                .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedKafkaException.class))
                .returns(Reason.FOLDER_UNUSABLE, EmbeddedKafkaException::reason);
    }

    @Test
    void saysThatKafkaCannotHaveACommaInThePathOfTheFolder() {
        var comma = folder.resolve("one,two");

        assertThatThrownBy(() -> EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(comma)))
                .hasMessage(
                        "%s cannot be used as the broker's folder: Kafka cannot have a comma in the path: give another folder",
                        comma)
                .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedKafkaException.class))
                .returns(Reason.FOLDER_UNUSABLE, EmbeddedKafkaException::reason);
        assertThat(comma).doesNotExist();
    }

    @Test
    void saysWhatToDoWithADamagedFolder() throws IOException {
        var logDir = Files.createDirectories(folder.resolve("log"));
        Files.writeString(logDir.resolve("meta.properties"), "version=99\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(folder)))
                .hasMessageContaining("Kafka did not start on %s", folder)
                .hasMessageContaining("remove it to begin anew")
                .asInstanceOf(InstanceOfAssertFactories.type(EmbeddedKafkaException.class))
                .returns(Reason.START_FAILED, EmbeddedKafkaException::reason);
    }

    @Test
    void makesNoTopicThatNobodyCreated() {
        try (var kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary());
                var client = new Client(kafka)) {
            assertThatThrownBy(() -> client.send("misspelt", "lost")).hasMessageContaining("misspelt");
        }
    }

    @Test
    void isSilentWhenAllIsWell() {
        try (var heard = new LogEar()) {
            EmbeddedKafka.start(EmbeddedKafkaOptions.temporary()).close();

            assertThat(heard.messages()).isEmpty();
        }
    }

    private static String clusterIdOf(EmbeddedKafkaOptions options) {
        try (var kafka = EmbeddedKafka.start(options);
                var client = new Client(kafka)) {
            return client.clusterId();
        }
    }

    private static Set<Path> temporaryFolders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(DataFolder.TEMPORARY_PREFIX))
                    .collect(Collectors.toSet());
        }
    }
}
