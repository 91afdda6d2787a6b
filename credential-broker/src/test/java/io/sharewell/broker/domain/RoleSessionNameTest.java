package io.sharewell.broker.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleSessionNameTest {

    @Test
    void tellsTheSweep() {
        assertThat(RoleSessionName.of("01JD8Y6C")).isEqualTo("sharewell-01JD8Y6C");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-21T08:00:00Z",
                "a sweep / with ünusual characters",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void isAcceptedByAwsWhateverTheSweepIsCalled(String sweepId) {
        assertThat(RoleSessionName.of(sweepId)).matches("[\\w+=,.@-]{2,64}");
    }

    @Test
    void keepsTheEndOfALongSweepIdForThatTellsSweepsApart() {
        assertThat(RoleSessionName.of("x".repeat(80) + "-42")).endsWith("-42");
    }
}
