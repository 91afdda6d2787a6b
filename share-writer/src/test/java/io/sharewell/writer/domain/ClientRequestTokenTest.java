package io.sharewell.writer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import io.sharewell.events.Purpose;
import io.sharewell.events.Region;
import io.sharewell.events.Workload;
import io.sharewell.events.WorkloadFound;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClientRequestTokenTest {

    private static final Envelope SWEEP = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
    private static final Target READER = new Target(Principal.of("999900001111"), Permission.READONLY);

    @Test
    void isTheSameForTheSameChangeHoweverOftenItIsTried() {
        ClientRequestToken first = ClientRequestToken.toCreate(found(SWEEP, "arn-1"), READER, null);
        ClientRequestToken again = ClientRequestToken.toCreate(found(SWEEP.nextAttempt(), "arn-1"), READER, null);

        assertThat(again).isEqualTo(first);
        assertThat(first.value()).matches("[0-9a-f]{64}");
    }

    @Test
    void isAnotherForEveryOtherChange() {
        Target contributor = new Target(READER.principal(), Permission.CONTRIBUTOR);
        Target other = new Target(Principal.of("999900002222"), Permission.READONLY);
        WorkloadFound found = found(SWEEP, "arn-1");

        assertThat(Stream.of(
                        ClientRequestToken.toCreate(found, READER, null),
                        ClientRequestToken.toCreate(found, contributor, null),
                        ClientRequestToken.toCreate(found, other, null),
                        ClientRequestToken.toCreate(found, READER, "share-1"),
                        ClientRequestToken.toCreate(found, READER, "share-2"),
                        ClientRequestToken.toCreate(found(SWEEP, "arn-2"), READER, null),
                        ClientRequestToken.toCreate(
                                found(Envelope.of("sweep-2", Purpose.SHARE, Mode.APPLY), "arn-1"), READER, null),
                        ClientRequestToken.toCreate(found(SWEEP.replayedAs("replay-1"), "arn-1"), READER, null),
                        ClientRequestToken.toDelete(found, new Share("share-1", "READONLY", "EXPIRED", null)),
                        ClientRequestToken.toDelete(found, new Share("share-2", "READONLY", "EXPIRED", null))))
                .doesNotHaveDuplicates();
    }

    private static WorkloadFound found(Envelope envelope, String arn) {
        return new WorkloadFound(
                envelope,
                AccountId.of("123456789012"),
                Region.of("eu-west-1"),
                new Workload("0123456789abcdef0123456789abcdef", arn, "Shop", null, null, null, null),
                null,
                null);
    }
}
