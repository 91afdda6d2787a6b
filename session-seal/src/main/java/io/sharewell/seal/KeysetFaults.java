package io.sharewell.seal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is wrong with a setting that names a keyset file, for the check at start. */
public final class KeysetFaults {

    private KeysetFaults() {}

    /**
     * @param setting that names the session-seal keyset, such as {@code share-writer.seal-keyset}
     * @return one sentence with the setting and the cure; none if the file can be used
     */
    public static List<String> ofSeal(String setting, Optional<Path> file) {
        return of(setting, file, KeysetKind.SEAL, SessionSeal::from);
    }

    /** As {@link #ofSeal}, of a setting that names the grant keyset. */
    public static List<String> ofGrants(String setting, Optional<Path> file) {
        return of(setting, file, KeysetKind.GRANT, Grants::from);
    }

    private static List<String> of(
            String setting, Optional<Path> file, KeysetKind kind, BiConsumer<Path, String> reading) {
        if (file.isEmpty()) {
            return List.of(setting + " is not set: set " + variable(setting) + " to the " + kind
                    + " keyset file that the services share, or make one with './sharewell keyset --kind "
                    + kind.name() + " FILE'");
        }
        try {
            reading.accept(file.get(), setting);
            return List.of();
        } catch (KeysetException e) {
            return List.of(setting + ": " + e.getMessage());
        }
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
