package io.sharewell.app;

import io.sharewell.writer.WriterSettings.TargetSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The targets are those of the command line alone. Settings are read from other sources too (environment, {@code .env},
 * system properties), and the targets named there would join those of the command.
 *
 * @param given the settings by name that the command gives; one without a target leaves them all to other sources
 */
record OnlyTheseTargets(Map<String, String> given) {

    /** @param read the targets as the share-writer has them */
    List<String> faults(List<TargetSettings> read) {
        Map<String, String> named = given.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(TargetOption.SETTINGS))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<TargetOption> targets = read.stream()
                .map(target -> new TargetOption(target.principal().orElse("nobody"), target.permission()))
                .toList();
        if (named.isEmpty() || named.equals(TargetOption.byName(targets))) {
            return List.of();
        }
        return List.of("share-writer.targets are "
                + targets.stream()
                        .map(target -> target.principal() + "=" + target.permission())
                        .collect(Collectors.joining(", "))
                + ", but targets are those of the command line alone: take share-writer.targets"
                + " (SHARE_WRITER_TARGETS_…) out of the environment, of .env and config/application.properties in this"
                + " folder, and of SHAREWELL_JAVA_OPTS");
    }
}
