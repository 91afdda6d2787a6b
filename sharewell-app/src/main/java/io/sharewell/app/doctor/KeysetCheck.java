package io.sharewell.app.doctor;

import io.sharewell.seal.Grants;
import io.sharewell.seal.KeysetException;
import io.sharewell.seal.SessionSeal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a keyset file can be used. */
enum KeysetCheck {
    SEAL("--seal-keyset") {
        @Override
        List<String> open(Path file) {
            return SessionSeal.from(file, option()).warnings();
        }

        @Override
        KeysetCheck other() {
            return GRANT;
        }
    },
    GRANT("--grant-keyset") {
        @Override
        List<String> open(Path file) {
            return Grants.from(file, option()).warnings();
        }

        @Override
        KeysetCheck other() {
            return SEAL;
        }
    };

    private final String option;

    KeysetCheck(String option) {
        this.option = option;
    }

    /** @return what is unwise about the file */
    abstract List<String> open(Path file);

    abstract KeysetCheck other();

    String option() {
        return option;
    }

    Finding check(Path file) {
        try {
            List<String> warnings = open(file);
            return warnings.isEmpty()
                    ? new Finding.Ok("can be used: " + file)
                    : Finding.of(
                            Cause.KEYSET_OPEN_TO_ALL,
                            String.join(" ", warnings),
                            "Let nobody else read the file.",
                            "chmod o-rwx " + file);
        } catch (KeysetException e) {
            // The message names the file and the cure
            return Finding.of(cause(file), file.toString(), e.getMessage(), commands(file));
        }
    }

    private Cause cause(Path file) {
        if (!Files.exists(file)) {
            return Cause.KEYSET_MISSING;
        }
        if (!Files.isReadable(file)) {
            return Cause.KEYSET_UNREADABLE;
        }
        return other().opens(file) ? Cause.KEYSET_OF_OTHER_KIND : Cause.KEYSET_BROKEN;
    }

    private boolean opens(Path file) {
        try {
            open(file);
            return true;
        } catch (KeysetException _) {
            return false;
        }
    }

    private String[] commands(Path file) {
        return Files.exists(file)
                ? new String[] {"ls -l " + file}
                : new String[] {"./sharewell keyset --kind " + name() + " " + file};
    }
}
