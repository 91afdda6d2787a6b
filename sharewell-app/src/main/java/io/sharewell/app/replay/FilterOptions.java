package io.sharewell.app.replay;

import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import io.sharewell.events.Topic;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which records are meant, and whether they are sent at all. */
final class FilterOptions {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--sweep", paramLabel = "ID", description = "Only records of this sweep.")
    private String sweepId;

    private AccountId account;
    private Region region;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only records written then or later: 2026-11-21T10:00:00Z, or 2h ago (s, m, h, d).")
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only records written before, in the same forms.")
    private String until;

    @Option(names = "--dry-run", description = "Say what would be sent and what would be left, and send nothing.")
    private boolean dryRun;

    @Option(names = "--account", paramLabel = "ID", description = "Only records of this account.")
    void account(String value) {
        account = valid("--account", value, AccountId::of);
    }

    @Option(names = "--region", paramLabel = "REGION", description = "Only records of this Region.")
    void region(String value) {
        region = valid("--region", value, Region::of);
    }

    Resending.Deed deed() {
        return dryRun ? Resending.Deed.TELL : Resending.Deed.SEND;
    }

    /** @throws ParameterException if the options make no sense for the topic */
    Filter filter(Topic topic, Clock clock) {
        if (region != null && topic == Topic.ACCOUNTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--region: the records of accounts are about whole accounts; take account-sessions for one Region");
        }
        Instant from = time("--since", since, clock);
        Instant to = time("--until", until, clock);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new ParameterException(spec.commandLine(), "--since must be before --until");
        }
        return new Filter(sweepId, account, region, from, to);
    }

    private Instant time(String option, String value, Clock clock) {
        return value == null ? null : valid(option, value, text -> timeOf(text, clock));
    }

    private static Instant timeOf(String text, Clock clock) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long amount = Long.parseLong(ago.group(1));
            Duration back =
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(amount);
                        case "m" -> Duration.ofMinutes(amount);
                        case "h" -> Duration.ofHours(amount);
                        default -> Duration.ofDays(amount);
                    };
            return clock.instant().minus(back);
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: give it like 2026-11-21T10:00:00Z, or how long ago like 2h");
        }
    }

    private <T> T valid(String option, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage());
        }
    }
}
