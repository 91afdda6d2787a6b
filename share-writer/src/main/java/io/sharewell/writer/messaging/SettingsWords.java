package io.sharewell.writer.messaging;

import io.sharewell.events.Principal;
import io.sharewell.writer.WriterSettings;
import io.sharewell.writer.domain.Policies;
import io.sharewell.writer.domain.Target;
import java.util.List;

/** The settings, once checked, in the domain's words. */
final class SettingsWords {

    private SettingsWords() {}

    static List<Target> targets(WriterSettings settings) {
        return settings.targets().stream()
                .map(target -> new Target(Principal.of(target.principal().orElseThrow()), target.permission()))
                .toList();
    }

    static Policies policies(WriterSettings settings) {
        return new Policies(
                settings.onExpired(), settings.onRefused(), settings.onFailed(), settings.onPermissionDifference());
    }
}
