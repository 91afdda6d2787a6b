package io.sharewell.app;

import io.sharewell.aws.DefaultRegions;
import io.sharewell.events.AccountId;
import io.sharewell.events.Region;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line to values. */
final class Converters {

    private Converters() {}

    /** Twelve digits. */
    static final class Account implements ITypeConverter<AccountId> {
        @Override
        public AccountId convert(String value) {
            try {
                return AccountId.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A Region that AWS has. */
    static final class AwsRegion implements ITypeConverter<Region> {

        @Override
        public Region convert(String value) {
            try {
                return DefaultRegions.named(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** {@code 50ms}, {@code 2s}, {@code 5m} or {@code 1h}. */
    static final class Time implements ITypeConverter<Duration> {

        private static final Pattern FORM = Pattern.compile("(\\d+)(ms|s|m|h)");

        @Override
        public Duration convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw new TypeConversionException("'" + value + "' is not a duration such as 50ms, 2s or 5m");
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
}
