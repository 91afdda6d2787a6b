package io.sharewell.chaos.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sharewell.events.AccountId;
import io.sharewell.events.AccountSessionOpened;
import io.sharewell.events.Envelope;
import io.sharewell.events.Mode;
import io.sharewell.events.Purpose;
import io.sharewell.events.Reason;
import io.sharewell.events.Region;
import io.sharewell.events.SessionRecord;
import io.sharewell.seal.BrokenSealException;
import io.sharewell.seal.Keysets;
import io.sharewell.seal.SealContext;
import io.sharewell.seal.Secret;
import io.sharewell.seal.SessionCredentials;
import io.sharewell.seal.SessionSeal;
import io.sharewell.seal.UnknownSealKeyException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WrongSealTest {

    private static final Envelope ENVELOPE = Envelope.of("sweep-1", Purpose.SHARE, Mode.APPLY);
    private static final Instant END = Instant.parse("2026-11-22T11:00:00Z");

    @TempDir
    private Path folder;

    private SessionSeal seal;

    @BeforeEach
    void makeKeyset() {
        Path keyset = folder.resolve("seal.json");
        Keysets.createSealKeyset(keyset);
        seal = SessionSeal.from(keyset);
    }

    @ParameterizedTest
    @EnumSource(WrongSeal.class)
    void isRefusedForTheReasonThatItTells(WrongSeal way) {
        SessionRecord wrong = way.of(unit("111111111111"), unit("222222222222")).orElseThrow();

        Throwable refusal =
                catchThrowable(() -> seal.open(wrong.session(), SealContext.of(wrong.envelope(), wrong.accountId())));

        if (way.reason() == Reason.SEAL_BROKEN) {
            assertThat(refusal)
                    .isInstanceOf(BrokenSealException.class)
                    .hasMessageContaining("was changed or does not belong");
        } else {
            assertThat(refusal).isInstanceOf(UnknownSealKeyException.class);
        }
    }

    @Test
    void isNoneOfTheSameAccount() {
        assertThat(WrongSeal.OF_ANOTHER_ACCOUNT.of(unit("111111111111"), unit("111111111111")))
                .isEmpty();
    }

    private AccountSessionOpened unit(String id) {
        AccountId account = AccountId.of(id);
        SessionCredentials credentials =
                new SessionCredentials(account, "ASIAEXAMPLE", new Secret("secret"), new Secret("token"));
        return new AccountSessionOpened(
                ENVELOPE,
                account,
                Region.of("eu-west-1"),
                null,
                seal.seal(credentials, SealContext.of(ENVELOPE, account), END),
                null);
    }
}
