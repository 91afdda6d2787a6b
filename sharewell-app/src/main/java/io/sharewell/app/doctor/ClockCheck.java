package io.sharewell.app.doctor;

import java.time.Duration;

/** Whether this machine's clock agrees with AWS's. */
final class ClockCheck {

    // A worker stops using a session one minute before its end: by a clock that is further off, it would be too late
    private static final Duration MOST = Duration.ofMinutes(1);

    private ClockCheck() {}

    static Finding check(Caller caller) {
        return caller.ahead().map(ClockCheck::judge).orElseGet(() -> new Finding.Ok("AWS accepts its signatures"));
    }

    private static Finding judge(Duration ahead) {
        Duration off = ahead.abs();
        if (off.compareTo(MOST) < 0) {
            return new Finding.Ok("agrees with AWS's to the minute");
        }
        return wrong("This machine's clock is " + off.toMinutes() + " min " + off.toSecondsPart() + " s "
                + (ahead.isNegative() ? "behind" : "ahead of") + " AWS's.");
    }

    static Finding wrong(String seen) {
        return Finding.of(
                Cause.CLOCK_WRONG,
                seen,
                "Set the clock of this machine: AWS refuses signatures that are five minutes off, and sessions are used by"
                        + " the clock until a minute before their end.",
                "timedatectl status");
    }
}
