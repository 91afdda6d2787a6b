package io.sharewell.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource({
        "ACCOUNTS, accounts",
        "ACCOUNT_SESSIONS, account-sessions",
        "WORKLOADS_FOUND, workloads-found",
        "SESSION_RENEWALS, session-renewals",
        "SHARE_RESULTS, share-results"
    })
    void hasItsName(Topic topic, String name) {
        assertThat(topic.topicName()).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource(value = Topic.class, names = "SHARE_RESULTS", mode = EnumSource.Mode.EXCLUDE)
    void thatIsWorkedOnHasALadderAndDeadLetters(Topic topic) {
        String name = topic.topicName();

        assertThat(topic.family())
                .containsExactlyInAnyOrder(
                        name, name + ".retry.1", name + ".retry.2", name + ".retry.3", name + ".dlq");
        assertThat(topic.dlq()).isEqualTo(name + ".dlq");
        assertThat(topic.retry(1)).isEqualTo(name + ".retry.1");
        assertThat(topic.retry(Topic.RUNGS)).isEqualTo(name + ".retry.3");
    }

    @Test
    void thatIsOnlyReadHasNone() {
        assertThat(Topic.SHARE_RESULTS.family()).containsExactly("share-results");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4})
    void hasNoOtherRungs(int rung) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topic.ACCOUNTS.retry(rung))
                .withMessageContaining("rung " + rung);
    }

    @Test
    void namesAreKafkasAndNoTwoAreTheSame() {
        assertThat(Arrays.stream(Topic.values()).flatMap(topic -> topic.family().stream()))
                .hasSize(4 * 5 + 1)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9.-]{1,249}"));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_DISCOVERED, ACCOUNTS",
        "ACCOUNT_SESSION_OPENED, ACCOUNT_SESSIONS",
        "WORKLOAD_FOUND, WORKLOADS_FOUND",
        "INVITATION_FOUND, WORKLOADS_FOUND",
        "SESSION_EXPIRED, SESSION_RENEWALS"
    })
    void ofWorkIsWhereItIsWorkedOn(EventType type, Topic topic) {
        assertThat(Topic.of(Samples.of(type))).isEqualTo(topic);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void ofEveryResultIsThePublicFeed(EventType type) {
        Event event = Samples.of(type);

        assertThat(Topic.of(event) == Topic.SHARE_RESULTS).isEqualTo(event instanceof ShareResult);
    }
}
