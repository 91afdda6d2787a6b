package io.sharewell.app;

import io.sharewell.aws.AwsRegions;
import io.sharewell.discovery.domain.OuTree;
import io.sharewell.discovery.domain.SelectionRules;
import io.sharewell.discovery.domain.TagRule;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line to values: each is refused in the words of its parser. */
final class Converters {

    private Converters() {}

    /** Twelve digits. */
    static final class Account extends Parsed<AccountId> {
        Account() {
            super(AccountId::of);
        }
    }

    /** A Region that AWS has. */
    static final class AwsRegion extends Parsed<Region> {
        AwsRegion() {
            super(AwsRegions::named);
        }
    }

    /** What is asked instead of AWS. */
    static final class Endpoint extends Parsed<URI> {

        Endpoint() {
            super(Endpoint::parse);
        }

        private static URI parse(String text) {
            if (!text.matches("https?://[^/].*")) {
                throw new IllegalArgumentException("'" + text + "': give a URL such as http://127.0.0.1:4566");
            }
            return URI.create(text);
        }
    }

    /** A file or a folder. An empty text, such as that of a variable that is not set, would be the current folder. */
    static final class File extends Parsed<Path> {

        File() {
            super(File::parse);
        }

        private static Path parse(String text) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("it is empty: give a path");
            }
            return Path.of(text);
        }
    }

    /** The id of an OU or a root. */
    static final class Ou extends Parsed<String> {
        Ou() {
            super(OuTree::requireId);
        }
    }

    /** What names of workloads begin with. */
    static final class Prefix extends Parsed<String> {
        Prefix() {
            super(SelectionRules::requirePrefix);
        }
    }

    /** {@code key=value} or {@code key!=value}. */
    static final class Tag extends Parsed<String> {
        Tag() {
            super(text -> {
                TagRule.parse(text);
                return text;
            });
        }
    }

    /** {@code 123456789012} or {@code arn:aws:iam::123456789012:user/name=CONTRIBUTOR}. */
    static final class Target extends Parsed<TargetOption> {
        Target() {
            super(TargetOption::parse);
        }
    }

    /** {@code 50ms}, {@code 2s}, {@code 5m} or {@code 1h}. */
    static final class Time extends Parsed<Duration> {

        private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

        Time() {
            super(Time::parse);
        }

        private static Duration parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("'" + text + "' is not a duration such as 50ms, 2s or 5m");
            }
            long amount = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
    }

    private abstract static class Parsed<T> implements ITypeConverter<T> {

        private final Function<String, T> parser;

        /** @param parser whose IllegalArgumentException tells what is wrong */
        Parsed(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T convert(String value) {
            try {
                return parser.apply(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
