package io.sharewell.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTraceTest {

    @Test
    void tellsWhichExceptionsAndWhereButNotTheirTexts() {
        Exception failure = new IllegalStateException(
                "token=secret", new IllegalArgumentException("key=secret", new RuntimeException("secret")));

        String text = StackTrace.of(failure);

        assertThat(text)
                .startsWith("java.lang.IllegalStateException\n  at ")
                .contains("caused by java.lang.IllegalArgumentException\n  at ")
                .contains("caused by java.lang.RuntimeException")
                .contains(getClass().getName())
                .doesNotContain("secret");
    }

    @Test
    void endsThoughTheCausesGoInACircle() {
        Exception first = new Exception();
        Exception second = new Exception(first);
        first.initCause(second);

        assertThat(StackTrace.of(first)).hasSizeLessThan(32_000);
    }

    @Test
    void isShortThoughTheStackIsDeep() {
        assertThat(StackTrace.of(deep(500)).lines()).hasSize(1 + 12);
    }

    private static Exception deep(int calls) {
        return calls == 0 ? new Exception() : deep(calls - 1);
    }
}
