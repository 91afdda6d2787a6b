package io.sharewell.simulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T17:00:00Z");

    private final Credentials credentials = new Credentials();

    @Test
    void keepsEverySessionThatIsGood() {
        add(2 * Credentials.SESSIONS_KEPT, NOW);

        assertThat(credentials.find("ASIA0")).isNotNull();
    }

    @Test
    void forgetsSessionsThatHaveExpiredWhenThereAreMany() {
        add(Credentials.SESSIONS_KEPT, NOW);
        var session = session("later", NOW.plus(Duration.ofHours(1)));

        credentials.add(session);

        assertThat(credentials.find("ASIA0")).isNull();
        assertThat(credentials.find("ASIA1")).isNotNull();
        assertThat(credentials.find("later")).isEqualTo(session);
    }

    @Test
    void forgetsTheOldestOfFarTooMany() {
        add(Credentials.SESSIONS_AT_MOST + 1, NOW);

        assertThat(credentials.find("ASIA0")).isNull();
        assertThat(credentials.find("ASIA1")).isNotNull();
    }

    private void add(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            credentials.add(session("ASIA" + i, at));
        }
    }

    private static Identity.Session session(String accessKeyId, Instant at) {
        return new Identity.Session(
                null,
                null,
                "AROA",
                "sweep",
                accessKeyId,
                "secret",
                "token",
                at,
                at.plus(Duration.ofHours(1)),
                null,
                null,
                Map.of(),
                Map.of());
    }
}
