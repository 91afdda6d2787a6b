package io.sharewell.seal;

import static io.sharewell.seal.SealWorld.ACCOUNT;
import static io.sharewell.seal.SealWorld.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sharewell.events.AccountId;
import io.sharewell.events.Grant;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123456789Z");
    private static final Instant END = NOW.plus(Duration.ofDays(7));

    @TempDir
    Path folder;

    private Grants grants;

    @BeforeEach
    void makeAKeyset() {
        grants = grants("grant.json");
    }

    @Test
    void honoursItsOwnGrant() {
        Grant grant = grants.grant(CONTEXT, END);

        assertThat(grants.isValid(grant, CONTEXT, NOW)).isTrue();
        assertThat(grant.validUntil()).isEqualTo(END);
    }

    @Test
    void honoursItToTheLastMoment() {
        Grant grant = grants.grant(CONTEXT, END);

        assertThat(grants.isValid(grant, CONTEXT, END.minusNanos(1))).isTrue();
        assertThat(grants.isValid(grant, CONTEXT, END)).isFalse();
    }

    @Test
    void refusesALaterEndThanItGave() {
        Grant grant = grants.grant(CONTEXT, END);

        assertThat(grants.isValid(new Grant(grant.mac(), END.plusNanos(1)), CONTEXT, NOW))
                .isFalse();
    }

    static Stream<SealContext> otherScopes() {
        return Stream.of(
                new SealContext("sweep-2", ACCOUNT, Purpose.SHARE, Mode.APPLY),
                new SealContext("sweep-1", AccountId.of("444455556666"), Purpose.SHARE, Mode.APPLY),
                new SealContext("sweep-1", ACCOUNT, Purpose.UNSHARE, Mode.APPLY),
                new SealContext("sweep-1", ACCOUNT, Purpose.SHARE, Mode.PLAN));
    }

    @ParameterizedTest
    @MethodSource("otherScopes")
    void refusesAnotherScope(SealContext scope) {
        Grant grant = grants.grant(CONTEXT, END);

        assertThat(grants.isValid(grant, scope, NOW)).isFalse();
    }

    @Test
    void refusesAGrantWithAnyByteChanged() {
        byte[] mac = Base64.getDecoder().decode(grants.grant(CONTEXT, END).mac());

        for (int i = 0; i < mac.length; i++) {
            byte[] changed = mac.clone();
            changed[i] ^= 1;
            Grant grant = new Grant(Base64.getEncoder().encodeToString(changed), END);
            assertThat(grants.isValid(grant, CONTEXT, NOW)).as("byte %d", i).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "AAAA"})
    void refusesWhatIsNoCode(String mac) {
        assertThat(grants.isValid(new Grant(mac, END), CONTEXT, NOW)).isFalse();
    }

    @Test
    void refusesTheGrantOfAnotherKey() {
        Grant theirs = grants("others.json").grant(CONTEXT, END);

        assertThat(grants.isValid(theirs, CONTEXT, NOW)).isFalse();
    }

    private Grants grants(String name) {
        Path keyset = folder.resolve(name);
        Keysets.createGrantKeyset(keyset);
        return Grants.from(keyset);
    }
}
