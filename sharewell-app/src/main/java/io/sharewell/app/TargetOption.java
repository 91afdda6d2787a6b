package io.sharewell.app;

import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whom workloads are shared with, and what for. */
record TargetOption(String principal, Permission permission) {

    /** What the names of all settings of targets begin with. */
    static final String SETTINGS = "share-writer.targets[";

    /** The settings of the share-writer for these targets. */
    static Map<String, String> byName(List<TargetOption> targets) {
        Map<String, String> settings = new HashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            settings.put(SETTINGS + i + "].principal", targets.get(i).principal());
            settings.put(
                    SETTINGS + i + "].permission", targets.get(i).permission().name());
        }
        return settings;
    }

    /** {@code 123456789012} or {@code arn:aws:iam::123456789012:user/name=CONTRIBUTOR}. */
    static final class Converter implements ITypeConverter<TargetOption> {
        @Override
        public TargetOption convert(String value) {
            int equals = value.lastIndexOf('=');
            String principal = equals < 0 ? value : value.substring(0, equals);
            try {
                return new TargetOption(
                        Principal.of(principal).value(),
                        equals < 0
                                ? Permission.READONLY
                                : Permission.valueOf(value.substring(equals + 1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value
                        + "' is no target: give an account id or the ARN of an IAM user, an OU or an organization,"
                        + " with =READONLY or =CONTRIBUTOR if need be");
            }
        }
    }
}
