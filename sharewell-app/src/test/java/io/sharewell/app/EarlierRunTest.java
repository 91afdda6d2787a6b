package io.sharewell.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sharewell.events.Purpose;
import io.sharewell.events.ShareResult.SweepFailed;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does about a killed one before it starts; see also {@link io.sharewell.app.e2e.InterruptedRunIT}. */
class EarlierRunTest {

    private static final String GROUP = "region-scanner";

    @TempDir
    private Path folder;

    @Test
    void membersThatDiedWithAKilledRunAreNotWaitedFor() throws Exception {
        Workspace workspace = Workspace.in(Optional.of(folder));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(workspace.folder("kafka")));
                Admin admin =
                        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
            new EarlierRun(workspace, "as before").clearUp(kafka.bootstrapServers());
            admin.createTopics(List.of(new NewTopic("work", 1, (short) 1)))
                    .all()
                    .get();
            joinAndDie(kafka.bootstrapServers());
            assertThat(members(admin)).hasSize(1);

            new EarlierRun(workspace, "as before").clearUp(kafka.bootstrapServers());

            assertThat(members(admin)).isEmpty();
        }
    }

    @Test
    void whatAnotherCommandLeftIsSupersededAlsoAfterOneThatEndedBeforeItHadDoneSo() throws Exception {
        Workspace workspace = Workspace.in(Optional.of(folder));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.keptIn(workspace.folder("kafka")))) {
            new EarlierRun(workspace, "share").clearUp(kafka.bootstrapServers());
            new EarlierRun(workspace, "plan").clearUp(kafka.bootstrapServers());
        }

        String whose = Files.readString(workspace.file("run.settings"));
        for (String next : List.of("plan", "share")) {
            Files.writeString(workspace.file("run.settings"), whose);
            LeftOver left = new LeftOver();
            EarlierRun run = new EarlierRun(workspace, next);

            assertThat(run.unfinished(left.conductor(), Purpose.SHARE)).as(next).isEmpty();
            run.decide(left.conductor());

            assertThat(left.said()).as(next).singleElement().isInstanceOf(SweepFailed.class);
        }
    }

    @Test
    void oneThatHasSupersededWhatAnotherLeftIsGoneOnWith() throws Exception {
        Workspace workspace = Workspace.in(Optional.of(folder));
        Files.writeString(workspace.file("run.settings"), "share");
        EarlierRun first = new EarlierRun(workspace, "plan");
        first.decide(new LeftOver().conductor());
        first.takeOver();
        LeftOver left = new LeftOver();
        EarlierRun again = new EarlierRun(workspace, "plan");

        again.decide(left.conductor());

        assertThat(left.said()).isEmpty();
        assertThat(again.unfinished(left.conductor(), Purpose.SHARE)).contains(LeftOver.SWEEP);
    }

    @Test
    void theSameCommandHasItsWholeTimeHoweverLongAgoTheKilledOneBegan() throws Exception {
        LeftOver left = new LeftOver();

        new EarlierRun(Workspace.in(Optional.of(folder)), "share").decide(left.conductor());
        left.conductor().tick();

        assertThat(left.said()).isEmpty();
    }

    @Test
    void aSweepWhoseRecordsTheBrokerHasLetGoIsNotWaitedFor() throws Exception {
        LeftOver left = new LeftOver(Duration.ofDays(8));
        EarlierRun run = new EarlierRun(Workspace.in(Optional.of(folder)), "share");

        run.decide(left.conductor());

        assertThat(left.said()).singleElement().isInstanceOf(SweepFailed.class);
        assertThat(run.unfinished(left.conductor(), Purpose.SHARE)).isEmpty();
    }

    @Test
    void settingsThatCannotBeKeptAreASetUpThatIsWrong() throws Exception {
        Workspace workspace = Workspace.in(Optional.of(folder));
        // A link into a folder that is not there looks as if nobody had run before
        Files.createSymbolicLink(workspace.file("run.settings"), folder.resolve("not/there"));

        assertThatThrownBy(() -> new EarlierRun(workspace, "share").clearUp("nobody:1"))
                .isInstanceOf(Failures.SetUpException.class)
                .hasMessageContaining("cannot write " + workspace.file("run.settings"))
                .hasMessageContaining("--broker-dir");
    }

    /** A static member does not say farewell, as one that is killed does not. */
    private static void joinAndDie(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP,
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, "killed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("work"));
            Awaitility.await().until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return !consumer.assignment().isEmpty();
            });
        }
    }

    private static List<MemberDescription> members(Admin admin) throws Exception {
        return List.copyOf(admin.describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .get(GROUP)
                .get()
                .members());
    }
}
