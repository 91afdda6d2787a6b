package io.sharewell.writer.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.EventCodec;
import io.sharewell.events.Mode;
import io.sharewell.events.Problem;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.ShareResult;
import io.sharewell.events.ShareResult.AccountSelected;
import io.sharewell.events.ShareResult.AccountsSelected;
import io.sharewell.events.ShareResult.RegionScanned;
import io.sharewell.events.ShareResult.RegionSkipped;
import io.sharewell.events.Topic;
import io.sharewell.messaging.MessagingSettings;
import io.sharewell.platform.test.KafkaForTests;
import io.sharewell.writer.domain.Members.Membership;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrganizationFeedTest {

    private static final Instant NOW = Instant.now();
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(10));
    private static final AccountId MEMBER = AccountId.of("123456789012");
    private static final AccountId LEFT = AccountId.of("210987654321");
    private static final AccountId REVIEWS = AccountId.of("999900001111");
    private static final Region REGION = Region.of("ap-east-1");
    private static final Region ANOTHER_REGION = Region.of("me-south-1");

    private final KafkaForTests kafka = KafkaForTests.start();
    private OrganizationFeed feed;

    @BeforeEach
    void openFeed() throws Exception {
        try (Admin admin = Admin.create(config())) {
            admin.createTopics(List.of(new NewTopic(Topic.SHARE_RESULTS.topicName(), Optional.of(3), Optional.empty())))
                    .all()
                    .get();
        }
        MessagingSettings settings = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MessagingSettings.class)
                .build()
                .getConfigMapping(MessagingSettings.class);
        Map<String, Object> oneByOne = new HashMap<>(config());
        oneByOne.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        oneByOne.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, Trouble.class.getName());
        feed = new OrganizationFeed(oneByOne, settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        Trouble.over.countDown();
        feed.stop();
        kafka.close();
    }

    @Test
    void readsTheWholeTopicWhereNobodyHasListedTheAccountsLately() throws Exception {
        write(LONG_AGO, listing("sweep-1"));

        assertThat(feed.of(MEMBER.value())).isEqualTo(Membership.MEMBER);
        assertThat(feed.of("210987654321")).isEqualTo(Membership.STRANGER);
    }

    @Test
    void readsNothingOldWhereTheAccountsWereListedLately() throws Exception {
        write(
                LONG_AGO,
                List.of(new RegionSkipped(
                        Envelope.of("acceptance-1", Purpose.ACCEPT, Mode.APPLY),
                        REVIEWS,
                        REGION,
                        Problem.of(Reason.REGION_NOT_ENABLED))));
        write(NOW.minus(Duration.ofHours(25)), listing("sweep-1"));

        assertThat(feed.of(MEMBER.value())).isEqualTo(Membership.MEMBER);
        assertThat(feed.isNotEnabled(REVIEWS, REGION)).isFalse();
    }

    /** It reads the past again, and holds there: who has left meanwhile has left. */
    @Test
    void doesNotGoBackInTimeWhenKafkaGivesTrouble() throws Exception {
        Envelope before = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
        write(NOW, 0, List.of(new AccountSelected(before, LEFT, "left", null), new AccountsSelected(before, 1, 0)));
        write(NOW, 0, listing("sweep-2"));
        assertThat(feed.of(LEFT.value())).isEqualTo(Membership.STRANGER);

        Trouble.strikesAndThenHoldsAt(2);
        write(NOW, 0, listing("sweep-2"));
        Trouble.holds.await();

        assertThat(feed.of(LEFT.value())).isEqualTo(Membership.STRANGER);
        assertThat(feed.of(MEMBER.value())).isEqualTo(Membership.MEMBER);
    }

    @Test
    void doesNotTakeWhatWasOnceSaidOfARegionForThePresent() throws Exception {
        Envelope acceptance = Envelope.of("acceptance-1", Purpose.ACCEPT, Mode.APPLY);
        Problem notEnabled = Problem.of(Reason.REGION_NOT_ENABLED);
        write(NOW, 0, listing("sweep-1"));
        write(
                NOW,
                0,
                List.of(
                        new RegionSkipped(acceptance, REVIEWS, REGION, notEnabled),
                        new RegionSkipped(acceptance, REVIEWS, ANOTHER_REGION, notEnabled),
                        new RegionScanned(acceptance, REVIEWS, REGION, List.of())));

        Trouble.holdsAt(4);
        assertThat(feed.isNotEnabled(REVIEWS, REGION)).isFalse();
        Trouble.holds.await();
        assertThat(feed.isNotEnabled(REVIEWS, REGION)).isFalse();

        Trouble.over.countDown();
        assertThat(feed.of(MEMBER.value())).isEqualTo(Membership.MEMBER);
        assertThat(feed.isNotEnabled(REVIEWS, REGION)).isFalse();
        assertThat(feed.isNotEnabled(REVIEWS, ANOTHER_REGION)).isTrue();
    }

    @Test
    void knowsNothingOfAnEmptyTopic() {
        assertThat(feed.of(MEMBER.value())).isEqualTo(Membership.NOT_KNOWN_YET);
    }

    private static List<ShareResult> listing(String sweepId) {
        Envelope sweep = Envelope.of(sweepId, Purpose.SHARE, Mode.APPLY);
        return List.of(new AccountSelected(sweep, MEMBER, "shop", null), new AccountsSelected(sweep, 1, 0));
    }

    private void write(Instant at, List<ShareResult> statements) throws Exception {
        write(at, null, statements);
    }

    /** @param partition null for the one that the key tells */
    private void write(Instant at, Integer partition, List<ShareResult> statements) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(config(), new StringSerializer(), new ByteArraySerializer())) {
            for (ShareResult statement : statements) {
                ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                        Topic.SHARE_RESULTS.topicName(),
                        partition,
                        at.toEpochMilli(),
                        statement.key(),
                        EventCodec.encode(statement));
                EventCodec.headers(statement, "test", at)
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(record).get();
            }
        }
    }

    /** Makes one poll fail; and has the reader stop before it hands on the record at an offset. */
    public static final class Trouble implements ConsumerInterceptor<byte[], byte[]> {

        static volatile CountDownLatch holds = new CountDownLatch(1);
        static volatile CountDownLatch over = new CountDownLatch(1);
        private static volatile boolean strikes;
        private static volatile long holdsAt = Long.MAX_VALUE;

        static void strikesAndThenHoldsAt(long offset) {
            holdsAt(offset);
            strikes = true;
        }

        static void holdsAt(long offset) {
            holds = new CountDownLatch(1);
            over = new CountDownLatch(1);
            holdsAt = offset;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            if (strikes) {
                strikes = false;
                return new Failing();
            }
            for (ConsumerRecord<byte[], byte[]> record : records) {
                if (record.offset() == holdsAt) {
                    hold();
                }
            }
            return records;
        }

        private static void hold() {
            holds.countDown();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void configure(Map<String, ?> config) {}

        @Override
        public void close() {}
    }

    private static final class Failing extends ConsumerRecords<byte[], byte[]> {

        Failing() {
            super(Map.of(), Map.of());
        }

        @Override
        public Iterator<ConsumerRecord<byte[], byte[]>> iterator() {
            throw new KafkaException("made by the test");
        }
    }

    private Map<String, Object> config() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }
}
