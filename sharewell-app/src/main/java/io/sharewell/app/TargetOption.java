package io.sharewell.app;

import io.sharewell.events.Permission;
import io.sharewell.events.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    /** @throws IllegalArgumentException with the cure if it is none */
    static TargetOption parse(String text) {
        int equals = text.lastIndexOf('=');
        String principal = equals < 0 ? text : text.substring(0, equals);
        try {
            return new TargetOption(
                    Principal.of(principal).value(),
                    equals < 0
                            ? Permission.READONLY
                            : Permission.valueOf(text.substring(equals + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text
                    + "' is no target: give an account id, the ARN of an IAM user, or the id or ARN of an OU or an"
                    + " organization, with =READONLY or =CONTRIBUTOR if need be");
        }
    }
}
