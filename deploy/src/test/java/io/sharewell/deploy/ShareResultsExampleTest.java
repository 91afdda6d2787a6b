package io.sharewell.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountDiscovered.Cause;
import io.sharewell.events.AccountId;
import io.sharewell.events.Action;
import io.sharewell.events.Envelope;
import io.sharewell.events.Event;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Invitation;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.Selection;
import io.sharewell.events.ShareResult.AccountBlocked;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.InvitationResult;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.SweepCompleted;
import io.sharewell.events.ShareResult.SweepStarted;
import io.sharewell.events.ShareResult.Totals;
import io.sharewell.events.Topic;
import io.sharewell.platform.EmbeddedKafka;
import io.sharewell.platform.EmbeddedKafkaOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The programs in docs/share-results.md, as a reader would copy, compile and run it. */
@Timeout(120)
class ShareResultsExampleTest {

    private static final Envelope SWEEP = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void tellsEveryProblemOnceAndTheEnd() throws Exception {
        AccountBlocked blocked = new AccountBlocked(
                SWEEP, AccountId.of("444455556666"), Problem.of(Reason.ROLE_NOT_ASSUMABLE, "AccessDenied"));

        InvitationResult invitation = new InvitationResult(
                SWEEP,
                AccountId.of("333333333333"),
                Region.of("eu-west-1"),
                new Invitation("f".repeat(32), "999999999999", "READONLY", "WORKLOAD", "Web shop", "a".repeat(32)),
                Action.NONE,
                Problem.of(Reason.NOT_A_MEMBER));
        InvitationResult gone = new InvitationResult(
                SWEEP,
                invitation.accountId(),
                invitation.region(),
                invitation.invitation(),
                Action.NONE,
                Problem.of(Reason.INVITATION_GONE));
        AccountsSelected selected = new AccountsSelected(SWEEP, 1, 0, List.of(AccountId.of("777777777777")));

        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary())) {
            publish(kafka.bootstrapServers(), List.of(blocked, blocked, selected, gone, invitation, completed()));

            assertThat(outputOf("Problems", kafka.bootstrapServers(), line -> line.startsWith("complete")))
                    .containsExactly(
                            "444455556666: ROLE_NOT_ASSUMABLE. " + Reason.ROLE_NOT_ASSUMABLE.remedy(),
                            "777777777777: NO_SUCH_ACCOUNT",
                            invitation.subject() + ": NOT_A_MEMBER. " + Reason.NOT_A_MEMBER.remedy(),
                            "complete: 3 problems");
        }
    }

    /** A scan may come before its sweep's start; with a prefix, or in an acceptance, it says nothing of other workloads. */
    @Test
    void tellsWhichWorkloadsAreGone() throws Exception {
        Envelope accepting = Envelope.of("sweep-3", Purpose.ACCEPT, Mode.APPLY);
        Selection some = new Selection(null, null, null, null, null, null, null, null, "Web", false);

        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafkaOptions.temporary())) {
            publish(
                    kafka.bootstrapServers(),
                    List.of(
                            scanned(SWEEP, "web-1", "shop"),
                            started(SWEEP, Selection.everything()),
                            started(sweep("sweep-2"), some),
                            scanned(sweep("sweep-2"), "web-1"),
                            started(accepting, Selection.everything()),
                            scanned(accepting),
                            scanned(sweep("sweep-4"), "web-2"),
                            scanned(SWEEP.replayedAs("replay-1"), "web-2", "web-3"),
                            started(sweep("sweep-4"), Selection.everything()),
                            started(sweep("sweep-5"), Selection.everything()),
                            scanned(sweep("sweep-5"), "web-2")));

            assertThat(outputOf("GoneWorkloads", kafka.bootstrapServers(), line -> line.contains("web-3")))
                    .containsExactly(
                            "444455556666/eu-west-1: shop is gone",
                            "444455556666/eu-west-1: web-1 is gone",
                            "444455556666/eu-west-1: web-3 is gone");
        }
    }

    private static Envelope sweep(String id) {
        return Envelope.of(id, Purpose.SHARE, Mode.APPLY);
    }

    private static SweepStarted started(Envelope sweep, Selection selection) {
        return new SweepStarted(sweep, NOW, Cause.REQUEST, selection);
    }

    private static RegionScanned scanned(Envelope sweep, String... ids) {
        return new RegionScanned(sweep, AccountId.of("444455556666"), Region.of("eu-west-1"), List.of(ids));
    }

    private static SweepCompleted completed() {
        Totals totals =
                new Totals(new Totals.Accounts(1, 0, 1, 0), new Totals.Units(0, 0, 0, 0), 0, Map.of(), Map.of(), 3);
        return new SweepCompleted(SWEEP, NOW, NOW, totals, List.of(), List.of());
    }

    private static void publish(String bootstrapServers, List<Event> events) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(config);
                var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            NewTopic topic = new NewTopic(Topic.SHARE_RESULTS.topicName(), Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
            for (Event event : events) {
                var record = new ProducerRecord<>(topic.name(), bytes(event.key()), EventCodec.encode(event));
                EventCodec.headers(event, "test", NOW)
                        .forEach((name, value) -> record.headers().add(name, bytes(value)));
                producer.send(record).get();
            }
        }
    }

    /** Until its last line; it would read on for ever. */
    private List<String> outputOf(String name, String bootstrapServers, Predicate<String> last) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), program(name));
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        source.toString(),
                        bootstrapServers)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = program.inputReader(StandardCharsets.UTF_8)) {
            List<String> lines = new ArrayList<>();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.contains("ROLE_NOT_ASSUMABLE")
                        || line.contains("NOT_A_MEMBER")
                        || line.contains("NO_SUCH_ACCOUNT")
                        || line.contains("_GONE")
                        || line.contains("is gone")
                        || line.startsWith("complete")) {
                    lines.add(line);
                }
                if (last.test(line)) {
                    break;
                }
            }
            return lines;
        } finally {
            program.destroyForcibly();
        }
    }

    private static String program(String name) throws IOException {
        return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Code.ROOT.resolve("docs/share-results.md")))
                .results()
                .map(program -> program.group(1))
                .filter(program -> program.contains("public class " + name + " {"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
